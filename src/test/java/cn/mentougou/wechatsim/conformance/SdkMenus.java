package cn.mentougou.wechatsim.conformance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import me.chanjar.weixin.common.bean.menu.WxMenu;
import me.chanjar.weixin.common.bean.menu.WxMenuButton;
import me.chanjar.weixin.common.bean.menu.WxMenuRule;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpMenuService;
import me.chanjar.weixin.mp.api.WxMpQrcodeService;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.bean.menu.WxMpGetSelfMenuInfoResult;
import me.chanjar.weixin.mp.bean.menu.WxMpMenu;
import me.chanjar.weixin.mp.bean.result.WxMpQrCodeTicket;

/** What a program says about its menus and its codes. */
public final class SdkMenus implements Callable<Map<String, Object>> {

	private final WxMpService service;

	private final String openId;

	private final Map<String, Object> answers = new LinkedHashMap<>();

	public SdkMenus(String platform, Map<String, String> account, String openId) {
		this.service = SdkConversation.service(platform, account, true);
		this.openId = openId;
	}

	@Override
	public Map<String, Object> call() throws WxErrorException {
		defaultMenu();
		conditionalMenu();
		codes();
		return answers;
	}

	private void defaultMenu() throws WxErrorException {
		WxMpMenuService menus = service.getMenuService();
		answers.put("no menu yet", menus.menuGet() == null);
		WxMenuButton more = new WxMenuButton();
		more.setName("信息公开");
		more.getSubButtons().add(button("view", "公开指南", "https://h5.example.cn/guide"));
		menus.menuCreate(menu(button("click", "我的班级", "MY_CLASS"), more));
		WxMpMenu shown = menus.menuGet();
		answers.put("key", shown.getMenu().getButtons().get(0).getKey());
		answers.put("url", shown.getMenu().getButtons().get(1).getSubButtons().get(0).getUrl());
		WxMpGetSelfMenuInfoResult current = menus.getSelfMenuInfo();
		answers.put("open", current.getIsMenuOpen());
		answers.put("current",
				current.getSelfMenuInfo().getButtons().get(1).getSubButtons().getSubButtons().get(0).getName());
		List<Integer> codes = new ArrayList<>();
		codes.add(SdkFollowers.refusal(() -> menus.menuCreate(menu(button("click", "六个字的名字", "K")))));
		codes.add(SdkFollowers.refusal(() -> menus.menuCreate(menu(button("view", "网页", "www.example.cn")))));
		codes.add(SdkFollowers.refusal(() -> menus.menuDelete("1")));
		answers.put("refusals of menus", codes);
	}

	private void conditionalMenu() throws WxErrorException {
		WxMpMenuService menus = service.getMenuService();
		WxMenu menu = menu(button("click", "教师", "TEACHER"));
		WxMenuRule rule = new WxMenuRule();
		rule.setTagId("2");
		menu.setMatchRule(rule);
		String id = menus.menuCreate(menu);
		answers.put("before the tag", menus.menuTryMatch(openId).getButtons().get(0).getKey());
		service.getUserTagService().batchTagging(2L, new String[] { openId });
		answers.put("with the tag", menus.menuTryMatch(openId).getButtons().get(0).getKey());
		answers.put("rule", menus.menuGet().getConditionalMenu().get(0).getRule().getTagId());
		menus.menuDelete(id);
		answers.put("without the menu", menus.menuTryMatch(openId).getButtons().get(0).getKey());
		menus.menuDelete();
		answers.put("deleted", menus.menuTryMatch(openId) == null);
	}

	private void codes() throws WxErrorException {
		WxMpQrcodeService codes = service.getQrcodeService();
		WxMpQrCodeTicket ticket = codes.qrCodeCreateTmpTicket("CLASS_7", 2_592_000);
		answers.put("life", ticket.getExpireSeconds());
		answers.put("number", codes.qrCodeCreateLastTicket(100_000).getUrl().startsWith("http://weixin.qq.com/q/"));
		answers.put("same code again",
				codes.qrCodeCreateLastTicket("A").getTicket().equals(codes.qrCodeCreateLastTicket("A").getTicket()));
		answers.put("short life", codes.qrCodeCreateTmpTicket(5, null).getExpireSeconds());
		answers.put("too long", SdkFollowers.refusal(() -> codes.qrCodeCreateLastTicket("x".repeat(65))));
		answers.put("content", ticket.getUrl());
		answers.put("picture", bytes(codes.qrCodePicture(ticket)));
		answers.put("address", codes.qrCodePictureUrl(ticket.getTicket()));
	}

	private static byte[] bytes(File file) {
		try {
			return Files.readAllBytes(file.toPath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static WxMenu menu(WxMenuButton... buttons) {
		WxMenu menu = new WxMenu();
		menu.setButtons(new ArrayList<>(List.of(buttons)));
		return menu;
	}

	private static WxMenuButton button(String type, String name, String target) {
		WxMenuButton button = new WxMenuButton();
		button.setType(type);
		button.setName(name);
		if (type.equals("view")) {
			button.setUrl(target);
		}
		else {
			button.setKey(target);
		}
		return button;
	}

}
