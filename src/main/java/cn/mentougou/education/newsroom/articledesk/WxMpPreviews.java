package cn.mentougou.education.newsroom.articledesk;

import java.util.List;

import me.chanjar.weixin.mp.bean.WxMpMassPreviewMessage;
import me.chanjar.weixin.mp.bean.draft.WxMpAddDraft;
import me.chanjar.weixin.mp.bean.draft.WxMpDraftArticles;
import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.article.ArticleForDraft;
import cn.mentougou.education.wechat.call.Called;
import cn.mentougou.education.wechat.call.WxMpCalls;
import cn.mentougou.education.wechat.token.WxMpClients;

/** The calls of a preview, each once. */
@Component
class WxMpPreviews {

	private final WxMpClients clients;

	WxMpPreviews(WxMpClients clients) {
		this.clients = clients;
	}

	/** Puts the article among the drafts ({@code draft/add}); answers its media id. */
	Called<String> draft(String appId, ArticleForDraft article) {
		WxMpDraftArticles body = WxMpDraftArticles.builder()
			.title(article.title())
			.author(article.author())
			.digest(article.digest())
			.content(article.html())
			.contentSourceUrl(article.sourceUrl())
			.thumbMediaId(article.thumbMediaId())
			.needOpenComment(0)
			.onlyFansCanComment(0)
			.build();
		return WxMpCalls.make(() -> this.clients.of(appId)
			.getDraftService()
			.addDraft(WxMpAddDraft.builder().articles(List.of(body)).build()));
	}

	/** Shows the draft on one phone ({@code mass/preview}). */
	Called<Boolean> send(String appId, String mediaId, String openId) {
		WxMpMassPreviewMessage message = new WxMpMassPreviewMessage();
		message.setToWxUserOpenid(openId);
		message.setMsgType("mpnews");
		message.setMediaId(mediaId);
		return WxMpCalls.make(() -> {
			this.clients.of(appId).getMassMessageService().massMessagePreview(message);
			return true;
		});
	}

	/** Takes the draft away again; what is left is only one draft too many. */
	Called<Boolean> deleteDraft(String appId, String mediaId) {
		return WxMpCalls.make(() -> this.clients.of(appId).getDraftService().delDraft(mediaId));
	}

}
