package cn.mentougou.education.wechat.followersync;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.SealedRegister;
import cn.mentougou.education.office.privacy.Vault;

/**
 * Where the platform's list goes on: the last openids of the page before, the very last
 * one first. The platform does not go on after somebody who has left since; then the one
 * before is named, which only repeats a few.
 */
class SyncPlace implements SealedRegister {

	private static final int KEPT = 5;

	private final SyncMapper mapper;

	private final Vault vault;

	SyncPlace(SyncMapper mapper, Vault vault) {
		this.mapper = mapper;
		this.vault = vault;
	}

	@Override
	public String register() {
		return "wechat.followersync";
	}

	@Override
	public String title() {
		return "关注者同步的进度";
	}

	/** The openids after which the list goes on; none at its beginning. */
	List<String> open(SyncState state) {
		byte[] place = state.place();
		return (place == null) ? List.of() : List.of(this.vault.open(place, place(state.appId())).split("\n"));
	}

	/** The place after this page. */
	byte[] after(String appId, List<String> page) {
		List<String> last = new ArrayList<>();
		for (int i = page.size() - 1; i >= Math.max(0, page.size() - KEPT); i--) {
			last.add(page.get(i));
		}
		return seal(appId, last);
	}

	/** The place without its first openid; null, the beginning, if there is no other. */
	byte @Nullable [] before(String appId, List<String> place) {
		return (place.size() < 2) ? null : seal(appId, place.subList(1, place.size()));
	}

	private byte[] seal(String appId, List<String> openIds) {
		return this.vault.seal(String.join("\n", openIds), place(appId));
	}

	private static String place(String appId) {
		return "follower_sync.place:" + appId;
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		if (after.isEmpty()) {
			this.mapper.all()
				.forEach((state) -> resealing.value(state.place(), place(state.appId()),
						(before, now) -> this.mapper.exchangePlace(state.appId(), before, now)));
		}
		return "";
	}

}
