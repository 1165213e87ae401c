package cn.mentougou.education.wechat.template;

import java.util.List;
import java.util.Objects;

import me.chanjar.weixin.common.bean.subscribemsg.TemplateInfo;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.bean.template.WxMpTemplate;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.call.Called;
import cn.mentougou.education.wechat.call.WxMpCalls;
import cn.mentougou.education.wechat.token.WxMpClients;

/** Asks the platform which templates an account has in use. */
class WxMpTemplates {

	private final WxMpClients clients;

	WxMpTemplates(WxMpClients clients) {
		this.clients = clients;
	}

	/** The templates of template messages. */
	Listing messages(String appId) {
		return listed(appId,
				(client) -> client.getTemplateMsgService()
					.getAllPrivateTemplate()
					.stream()
					.map((template) -> message(appId, template))
					.toList());
	}

	/** The templates of subscription notices. */
	Listing notices(String appId) {
		return listed(appId,
				(client) -> client.getSubscribeMsgService()
					.getTemplateList()
					.stream()
					.map((template) -> notice(appId, template))
					.toList());
	}

	private Listing listed(String appId, Question question) {
		Called<List<MessageTemplate>> called = WxMpCalls.make(() -> question.ask(this.clients.of(appId)));
		if (called instanceof Called.Answered<List<MessageTemplate>> answered) {
			return new Listing(answered.value(), null);
		}
		if (called instanceof Called.Refused<List<MessageTemplate>> refused) {
			return failed(String.valueOf(refused.code()));
		}
		if (called instanceof Called.Forbidden<List<MessageTemplate>>) {
			return failed("CAPABILITY");
		}
		return failed((called instanceof Called.NotSent<List<MessageTemplate>> notSent) ? word(notSent.reason())
				: word(((Called.Unknown<List<MessageTemplate>>) called).reason()));
	}

	/** As it stands in the table. */
	private static String word(String reason) {
		if (reason.startsWith(WxMpCalls.TOKEN)) {
			return "TOKEN-" + reason.substring(WxMpCalls.TOKEN.length());
		}
		return switch (reason) {
			case WxMpCalls.BREAKER, WxMpCalls.TIMEOUT, WxMpCalls.CONNECTION -> WxMpCalls.UNREACHABLE;
			case WxMpCalls.DATABASE -> WxMpCalls.ANSWER;
			default -> reason.startsWith(WxMpCalls.HTTP) ? WxMpCalls.UNREACHABLE : reason;
		};
	}

	private static Listing failed(String reason) {
		return new Listing(List.of(), reason);
	}

	private static MessageTemplate message(String appId, WxMpTemplate template) {
		return new MessageTemplate(appId, text(template.getTemplateId()), TemplateKind.MESSAGE,
				text(template.getTitle()), text(template.getContent()), text(template.getExample()), false);
	}

	private static MessageTemplate notice(String appId, TemplateInfo template) {
		return new MessageTemplate(appId, text(template.getPriTmplId()), TemplateKind.ofNotice(template.getType()),
				text(template.getTitle()), text(template.getContent()), text(template.getExample()), false);
	}

	private static String text(@Nullable String value) {
		return Objects.requireNonNullElse(value, "");
	}

	/**
	 * What the platform answered.
	 *
	 * @param templates the templates; none where it failed
	 * @param failure why it failed, as a code; null if it did not
	 */
	record Listing(List<MessageTemplate> templates, @Nullable String failure) {
	}

	/** A call that may fail. */
	private interface Question {

		List<MessageTemplate> ask(WxMpService client) throws WxErrorException;

	}

}
