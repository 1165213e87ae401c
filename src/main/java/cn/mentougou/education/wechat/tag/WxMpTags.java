package cn.mentougou.education.wechat.tag;

import java.util.Map;
import java.util.stream.Collectors;

import me.chanjar.weixin.mp.api.WxMpUserTagService;
import me.chanjar.weixin.mp.bean.tag.WxUserTag;

import cn.mentougou.education.wechat.token.WxMpClients;

/** The platform's calls for tags ({@code /cgi-bin/tags/*}), each once. */
class WxMpTags {

	private final WxMpClients clients;

	WxMpTags(WxMpClients clients) {
		this.clients = clients;
	}

	/** The number that the platform gives to a new tag. */
	Asked<Integer> create(String appId, String name) {
		return WxMpAsking.ask(() -> number(service(appId).tagCreate(name)));
	}

	Asked<Boolean> rename(String appId, int number, String name) {
		return WxMpAsking.ask(() -> service(appId).tagUpdate((long) number, name));
	}

	Asked<Boolean> delete(String appId, int number) {
		return WxMpAsking.ask(() -> service(appId).tagDelete((long) number));
	}

	/** The names of all tags by their numbers. */
	Asked<Map<Integer, String>> all(String appId) {
		return WxMpAsking.ask(() -> service(appId).tagGet()
			.stream()
			.collect(Collectors.toMap(WxMpTags::number, WxUserTag::getName, (one, other) -> one)));
	}

	private static int number(WxUserTag tag) {
		return Math.toIntExact(tag.getId());
	}

	private WxMpUserTagService service(String appId) {
		return this.clients.of(appId).getUserTagService();
	}

}
