package cn.mentougou.wechatsim.conformance;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.json.GsonParser;
import me.chanjar.weixin.mp.api.WxMpDraftService;
import me.chanjar.weixin.mp.api.WxMpFreePublishService;
import me.chanjar.weixin.mp.api.WxMpMassMessageService;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.bean.WxMpMassOpenIdsMessage;
import me.chanjar.weixin.mp.bean.WxMpMassPreviewMessage;
import me.chanjar.weixin.mp.bean.WxMpMassTagMessage;
import me.chanjar.weixin.mp.bean.draft.WxMpAddDraft;
import me.chanjar.weixin.mp.bean.draft.WxMpDraftArticles;
import me.chanjar.weixin.mp.bean.draft.WxMpUpdateDraft;
import me.chanjar.weixin.mp.bean.material.WxMpMaterial;
import me.chanjar.weixin.mp.bean.result.WxMpMassSendResult;

/** Everything that an account publishes, said with the unchanged SDK. */
public final class SdkPublishing implements Callable<Map<String, Object>> {

	private final WxMpService service;

	private final String openId;

	private final String control;

	private final Map<String, Object> answers = new LinkedHashMap<>();

	public SdkPublishing(String platform, Map<String, String> account, String openId) {
		this.service = SdkConversation.service(platform, account, true);
		this.openId = openId;
		this.control = account.getOrDefault("platform", platform);
	}

	@Override
	public Map<String, Object> call() throws Exception {
		File file = Path.of("src", "test", "resources", "wechatsim", "phone", "img", "campus.jpg").toFile();
		String cover = service.getMaterialService()
			.materialFileUpload("image", new WxMpMaterial("封面", file, "", ""))
			.getMediaId();
		drafts(cover);
		publish(cover);
		mass(cover);
		figures();
		return answers;
	}

	private void drafts(String cover) throws WxErrorException {
		WxMpDraftService drafts = service.getDraftService();
		String id = draft(cover, "旧题");
		answers.put("count", drafts.countDraft());
		WxMpDraftArticles changed = WxMpDraftArticles.builder()
			.title("新题")
			.content("<p>新</p>")
			.thumbMediaId(cover)
			.build();
		answers.put("updated",
				drafts.updateDraft(WxMpUpdateDraft.builder().mediaId(id).index(0).articles(changed).build()));
		answers.put("title", drafts.getDraft(id).getNewsItem().get(0).getTitle());
		answers.put("listed", drafts.listDraft(0, 20, 1).getItems().get(0).getMediaId().equals(id));
		answers.put("deleted", drafts.delDraft(id));
		answers.put("gone", refusal(() -> drafts.getDraft(id)));
	}

	private void publish(String cover) throws Exception {
		WxMpFreePublishService publishing = service.getFreePublishService();
		String id = publishing.submit(draft(cover, "静静发布")).replace("\"", "");
		for (int i = 0; i < 100 && publishing.getPushStatus(id).getPublish_status() == 1; i++) {
			Thread.sleep(50);
		}
		var status = publishing.getPushStatus(id);
		answers.put("status", status.getPublish_status());
		answers.put("address", status.getArticle_detail().getItem().get(0).getArticle_url().startsWith(control));
		answers.put("article", publishing.getArticleFromId(status.getArticle_id()).getNewsItem().get(0).getTitle());
		answers.put("records", publishing.getPublicationRecords(0, 20, 1).getItemCount());
		answers.put("publication deleted", publishing.deletePushAllArticle(status.getArticle_id()));
		answers.put("then", publishing.getPushStatus(id).getPublish_status());
	}

	private void mass(String cover) throws Exception {
		WxMpMassMessageService mass = service.getMassMessageService();
		String draft = draft(cover, "今日教育新闻");
		WxMpMassPreviewMessage preview = new WxMpMassPreviewMessage();
		preview.setToWxUserOpenid(openId);
		preview.setMsgType("mpnews");
		preview.setMediaId(draft);
		answers.put("preview", mass.massMessagePreview(preview).getErrorCode());
		WxMpMassTagMessage message = new WxMpMassTagMessage();
		message.setMsgType("mpnews");
		message.setMediaId(draft);
		message.setSendAll(true);
		message.setClientMsgId("0123456789abcdef0123456789abcdef");
		WxMpMassSendResult sent = mass.massGroupMessageSend(message);
		answers.put("data id", sent.getMsgDataId().matches("\\d+"));
		Long id = Long.valueOf(sent.getMsgId());
		answers.put("repeat", refusal(() -> mass.massGroupMessageSend(message)));
		for (int i = 0; i < 100 && mass.messageMassGet(id).getMsgstatus().equals("SENDING"); i++) {
			Thread.sleep(50);
		}
		answers.put("state", mass.messageMassGet(id).getMsgstatus());
		message.setMediaId(draft(cover, "第二次"));
		message.setClientMsgId("another");
		answers.put("second", refusal(() -> mass.massGroupMessageSend(message)));
		WxMpMassOpenIdsMessage people = new WxMpMassOpenIdsMessage();
		people.setMsgType("text");
		people.setContent("只给一个人");
		people.addUser(openId);
		answers.put("one person", refusal(() -> mass.massOpenIdsMessageSend(people)));
		mass.messageMassSpeedSet(1);
		answers.put("speed", mass.messageMassSpeedGet().getRealspeed());
		mass.delete(id, 0);
		answers.put("after deletion", mass.messageMassGet(id).getMsgstatus());
	}

	private void figures() throws WxErrorException {
		String json = service.post(control + "/datacube/getbizsummary",
				"{\"begin_date\":\"2026-04-18\",\"end_date\":\"2026-04-18\"}");
		answers.put("figures", GsonParser.parse(json).get("list").getAsJsonArray().size());
	}

	private String draft(String cover, String title) throws WxErrorException {
		return service.getDraftService()
			.addDraft(WxMpAddDraft.builder()
				.articles(List.of(WxMpDraftArticles.builder()
					.title(title)
					.author("区教委")
					.content("<p>正文</p>")
					.thumbMediaId(cover)
					.build()))
				.build());
	}

	private static int refusal(Call call) {
		try {
			call.run();
			return 0;
		}
		catch (WxErrorException ex) {
			return ex.getError().getErrorCode();
		}
	}

	/** A call that may be refused. */
	private interface Call {

		Object run() throws WxErrorException;

	}

}
