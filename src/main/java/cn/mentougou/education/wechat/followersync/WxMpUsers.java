package cn.mentougou.education.wechat.followersync;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import me.chanjar.weixin.mp.bean.result.WxMpUser;
import me.chanjar.weixin.mp.bean.result.WxMpUserBlacklistGetResult;
import me.chanjar.weixin.mp.bean.result.WxMpUserList;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.follower.FollowerRoll;
import cn.mentougou.education.wechat.tag.Asked;
import cn.mentougou.education.wechat.tag.WxMpAsking;
import cn.mentougou.education.wechat.token.WxMpClients;

/** The platform's calls for who follows, each once. */
class WxMpUsers {

	private static final int LONGEST = 64;

	private final WxMpClients clients;

	WxMpUsers(WxMpClients clients) {
		this.clients = clients;
	}

	/**
	 * The page after this openid ({@code user/get}). The SDK's own loop over all pages is
	 * not used: it holds everybody in memory.
	 */
	Asked<UserPage> list(String appId, @Nullable String after) {
		return WxMpAsking.ask(() -> {
			WxMpUserList page = this.clients.of(appId).getUserService().userList(after);
			return new UserPage(page.getTotal(), orNone(page.getOpenids()));
		});
	}

	/** About at most a hundred people ({@code user/info/batchget}). */
	Asked<List<FollowerRoll.Profile>> profiles(String appId, List<String> openIds) {
		return WxMpAsking.ask(() -> this.clients.of(appId)
			.getUserService()
			.userInfoList(openIds)
			.stream()
			.filter((user) -> user.getOpenId() != null)
			.map(WxMpUsers::profile)
			.toList());
	}

	/** The page of the block list after this openid ({@code getblacklist}). */
	Asked<UserPage> blocked(String appId, String after) {
		return WxMpAsking.ask(() -> {
			WxMpUserBlacklistGetResult page = this.clients.of(appId).getBlackListService().getBlacklist(after);
			return new UserPage(page.getTotal(), orNone(page.getOpenidList()));
		});
	}

	private static FollowerRoll.Profile profile(WxMpUser user) {
		Long since = user.getSubscribeTime();
		Long[] tags = user.getTagIds();
		return new FollowerRoll.Profile(user.getOpenId(), Boolean.TRUE.equals(user.getSubscribe()),
				(since != null && since > 0) ? Instant.ofEpochSecond(since) : null, shortened(user.getUnionId()),
				Objects.requireNonNullElse(user.getRemark(), ""),
				(tags == null) ? Set.of() : Arrays.stream(tags).map(Math::toIntExact).collect(Collectors.toSet()),
				shortened(user.getSubscribeScene()), scene(user));
	}

	/** A text, or else a number that is not zero. */
	private static @Nullable String scene(WxMpUser user) {
		String text = shortened(user.getQrSceneStr());
		String number = shortened(user.getQrScene());
		return (text != null) ? text : (number == null || number.equals("0")) ? null : number;
	}

	private static @Nullable String shortened(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : text.substring(0, Math.min(text.length(), LONGEST));
	}

	private static List<String> orNone(@Nullable List<String> openIds) {
		return (openIds == null) ? List.of() : openIds;
	}

}
