package cn.mentougou.wechatsim.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.WxMpUserBlacklistService;
import me.chanjar.weixin.mp.api.WxMpUserTagService;
import me.chanjar.weixin.mp.bean.result.WxMpUser;
import me.chanjar.weixin.mp.bean.tag.WxUserTag;

/** What a program says about its followers: remarks, tags and the blacklist. */
public final class SdkFollowers implements Callable<Map<String, Object>> {

	private final WxMpService service;

	private final String openId;

	private final Map<String, Object> answers = new LinkedHashMap<>();

	public SdkFollowers(String platform, Map<String, String> account, String openId) {
		this.service = SdkConversation.service(platform, account, true);
		this.openId = openId;
	}

	@Override
	public Map<String, Object> call() throws WxErrorException {
		tags();
		refusals();
		blacklist();
		return answers;
	}

	private void tags() throws WxErrorException {
		WxMpUserTagService tags = service.getUserTagService();
		WxUserTag tag = tags.tagCreate("一年级");
		answers.put("tagged", tags.batchTagging(tag.getId(), new String[] { openId }));
		answers.put("tags of the person", tags.userTagList(openId).equals(List.of(tag.getId())));
		answers.put("counted",
				tags.tagGet()
					.stream()
					.filter((each) -> each.getId().equals(tag.getId()))
					.map(WxUserTag::getCount)
					.toList());
		answers.put("people of the tag", tags.tagListUser(tag.getId(), "").getData().getOpenidList().contains(openId));
		service.getUserService().userUpdateRemark(openId, "小雨妈妈");
		WxMpUser user = service.getUserService().userInfo(openId);
		answers.put("remark", user.getRemark());
		answers.put("tags in the profile", Arrays.asList(user.getTagIds()).contains(tag.getId()));
		answers.put("renamed", tags.tagUpdate(tag.getId(), "二年级"));
		answers.put("untagged", tags.batchUntagging(tag.getId(), new String[] { openId }));
		answers.put("deleted", tags.tagDelete(tag.getId()));
	}

	private void refusals() {
		WxMpUserTagService tags = service.getUserTagService();
		List<Integer> codes = new ArrayList<>();
		codes.add(refusal(() -> tags.tagCreate("")));
		codes.add(refusal(() -> tags.tagCreate("字".repeat(11))));
		codes.add(refusal(() -> tags.tagUpdate(2L, "星星")));
		codes.add(refusal(() -> tags.tagDelete(999L)));
		codes.add(refusal(() -> tags.batchTagging(2L, new String[0])));
		codes.add(refusal(() -> tags.batchTagging(2L, new String[] { "oStranger" })));
		codes.add(refusal(() -> service.getUserService().userInfo("oStranger")));
		answers.put("refusals", codes);
	}

	private void blacklist() throws WxErrorException {
		WxMpUserBlacklistService blacklist = service.getBlackListService();
		blacklist.pushToBlacklist(List.of(openId));
		answers.put("blacklisted", blacklist.getBlacklist("").getOpenidList());
		blacklist.pullFromBlacklist(List.of(openId));
		answers.put("taken off", blacklist.getBlacklist("").getCount());
	}

	static int refusal(Attempt attempt) {
		try {
			attempt.run();
			return 0;
		}
		catch (WxErrorException ex) {
			return ex.getError().getErrorCode();
		}
	}

	/** A call that may be refused. */
	interface Attempt {

		void run() throws WxErrorException;

	}

}
