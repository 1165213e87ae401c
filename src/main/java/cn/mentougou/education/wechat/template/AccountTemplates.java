package cn.mentougou.education.wechat.template;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the page shows of one account.
 *
 * @param appId the account
 * @param title what people call it
 * @param templates what it has in use
 * @param purposes what the features send, each with its template
 * @param problems why its lists could not be read, in sentences
 * @param readAt when they were read last, or null
 */
record AccountTemplates(String appId, String title, List<MessageTemplate> templates, List<Purpose> purposes,
		List<String> problems, @Nullable String readAt) {

	/**
	 * A purpose and what serves it.
	 *
	 * @param purpose the purpose
	 * @param template what was chosen, or null
	 */
	record Purpose(TemplatePurpose purpose, @Nullable MessageTemplate template) {

		/** How it stands, in Chinese. */
		public String state() {
			if (this.template == null) {
				return "还没有选择模板，这类消息暂时发不出去";
			}
			return this.template.isGone() ? "原来的模板“" + this.template.title() + "”已从公众平台删除，请另选一个"
					: this.template.title();
		}

		/** Whether its messages can be sent. */
		public boolean isReady() {
			return this.template != null && !this.template.isGone();
		}

	}

	/** One field on the form of a purpose. */
	record FieldLine(MessageTemplate.Field field, Map<String, String> choices, String value, String words) {
	}

}
