package cn.mentougou.wechatsim.conformance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpMaterialService;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.WxMpSubscribeMsgService;
import me.chanjar.weixin.mp.api.WxMpTemplateMsgService;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.bean.material.WxMpMaterial;
import me.chanjar.weixin.mp.bean.subscribe.WxMpSubscribeMessage;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateData;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateMessage;

/**
 * Everything that an account sends or uploads, said with the unchanged SDK. The map of
 * the account also names the template of a notice that the person consented to once.
 */
public final class SdkSending implements Callable<Map<String, Object>> {

	private final WxMpService service;

	private final String openId;

	private final String notice;

	private final Map<String, Object> answers = new LinkedHashMap<>();

	public SdkSending(String platform, Map<String, String> account, String openId) {
		this.service = SdkConversation.service(platform, account, true);
		this.openId = openId;
		this.notice = account.get("notice");
	}

	@Override
	public Map<String, Object> call() throws WxErrorException {
		templates();
		notices();
		String picture = media();
		customerService(picture);
		return answers;
	}

	private void templates() throws WxErrorException {
		WxMpTemplateMsgService templates = service.getTemplateMsgService();
		String id = templates.addTemplate("43219", List.of("登记编号", "登记结果"));
		answers.put("template", templates.getAllPrivateTemplate().get(0).getContent());
		WxMpTemplateMessage message = WxMpTemplateMessage.builder()
			.toUser(openId)
			.templateId(id)
			.clientMsgId("k1")
			.url("https://h5.example.cn/")
			.build();
		message.addData(new WxMpTemplateData("character_string1", "RX-1"));
		message.addData(new WxMpTemplateData("phrase2", "已通过"));
		String first = templates.sendTemplateMsg(message);
		answers.put("same key, same message", first.equals(templates.sendTemplateMsg(message)));
		message.setClientMsgId("k2");
		message.getData().get(1).setValue("不在五个字之内");
		answers.put("field", refusal(() -> templates.sendTemplateMsg(message)));
		answers.put("template removed", templates.delPrivateTemplate(id));
	}

	private void notices() throws WxErrorException {
		WxMpSubscribeMsgService notices = service.getSubscribeMsgService();
		answers.put("category", notices.getCategory().get(0).getId());
		answers.put("titles", notices.getPubTemplateTitleList(new String[] { "289" }, 0, 30).getCount());
		answers.put("rule", notices.getPubTemplateKeyWordsById("52302").get(1).getRule());
		String own = notices.addTemplate("52302", List.of(1, 2), "招生提醒");
		answers.put("own", notices.getTemplateList().get(1).getContent());
		answers.put("own removed", notices.delTemplate(own));
		WxMpSubscribeMessage message = new WxMpSubscribeMessage();
		message.setToUser(openId);
		message.setTemplateId(notice);
		message.setPage("https://h5.example.cn/");
		message.setDataMap(Map.of("thing1", "期中家长会", "time2", "2026年11月27日 18:30", "thing3", "三楼", "thing4", "一小",
				"thing5", "请带好笔"));
		answers.put("notice", notices.send(message).matches("\\d+"));
		answers.put("no consent left", refusal(() -> notices.send(message)));
	}

	private String media() throws WxErrorException {
		WxMpMaterialService media = service.getMaterialService();
		File file = picture();
		String id = media.mediaUpload("image", file).getMediaId();
		answers.put("same bytes", sameBytes(media.mediaDownload(id), file));
		answers.put("unknown media", refusal(() -> media.mediaDownload("nothing")));
		answers.put("article picture", media.mediaImgUpload(file).getUrl().startsWith("http"));
		String material = media.materialFileUpload("image", new WxMpMaterial("校园", file, "", "")).getMediaId();
		answers.put("count", media.materialCount().getImageCount());
		answers.put("listed",
				media.materialFileBatchGet("image", 0, 20).getItems().get(0).getMediaId().equals(material));
		answers.put("deleted", media.materialDelete(material));
		answers.put("gone", refusal(() -> media.materialDelete(material)));
		return id;
	}

	private void customerService(String picture) throws WxErrorException {
		WxMpKefuMessage.WxArticle article = new WxMpKefuMessage.WxArticle();
		article.setTitle("招生");
		article.setUrl("https://h5.example.cn/");
		int sent = 0;
		for (WxMpKefuMessage message : List.of(WxMpKefuMessage.IMAGE().mediaId(picture).build(),
				WxMpKefuMessage.MUSIC()
					.title("校歌")
					.musicUrl("https://h5.example.cn/1.mp3")
					.thumbMediaId(picture)
					.build(),
				WxMpKefuMessage.NEWS().addArticle(article).build(),
				WxMpKefuMessage.MSGMENU()
					.headContent("满意吗")
					.addMenus(new WxMpKefuMessage.MsgMenu("1", "满意"))
					.tailContent("谢谢")
					.build(),
				WxMpKefuMessage.MINIPROGRAMPAGE()
					.title("小程序")
					.appId("wx0123456789abcdef")
					.pagePath("pages/index")
					.thumbMediaId(picture)
					.build())) {
			message.setToUser(openId);
			sent += service.getKefuService().sendKefuMessage(message) ? 1 : 0;
		}
		answers.put("customer service", sent);
		WxMpKefuMessage foreign = WxMpKefuMessage.VOICE().toUser(openId).mediaId(picture).build();
		answers.put("wrong kind", refusal(() -> service.getKefuService().sendKefuMessage(foreign)));
	}

	private static boolean sameBytes(File one, File other) {
		try {
			return Files.mismatch(one.toPath(), other.toPath()) == -1;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static File picture() {
		return Path.of("src", "test", "resources", "wechatsim", "phone", "img", "campus.jpg").toFile();
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
