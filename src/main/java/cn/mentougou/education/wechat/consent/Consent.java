package cn.mentougou.education.wechat.consent;

import cn.mentougou.education.wechat.template.TemplateKind;

/**
 * What a person consented to.
 *
 * @param templateId the template
 * @param title its title; the id where the template is not known
 * @param kind whether a consent allows one notice or many
 * @param credits how many notices of a one-time template may be sent
 * @param isLasting whether notices of a long-term template are wanted
 */
public record Consent(String templateId, String title, TemplateKind kind, int credits, boolean isLasting) {

	/** Whether a notice may be sent now. */
	public boolean allows() {
		return (this.kind == TemplateKind.LONG_TERM) ? this.isLasting
				: this.kind == TemplateKind.ONE_TIME && this.credits > 0;
	}

	/** What the staff reads. */
	public String sentence() {
		if (!allows()) {
			return "没有同意，或同意的次数已经用完";
		}
		return (this.kind == TemplateKind.LONG_TERM) ? "同意长期接收" : "还可以发 " + this.credits + " 条";
	}

}
