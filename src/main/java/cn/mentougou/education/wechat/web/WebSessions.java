package cn.mentougou.education.wechat.web;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Unsealable;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.account.PersonLookup;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.Follower;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.Followers;

/** Who is signed in to the pages of {@code /h5}, and until when. */
class WebSessions {

	private final WebSessionMapper mapper;

	private final Followers followers;

	private final Seal seal;

	private final H5Settings settings;

	private final Clock clock;

	WebSessions(WebSessionMapper mapper, Followers followers, Seal seal, H5Settings settings, Clock clock) {
		this.mapper = mapper;
		this.followers = followers;
		this.seal = seal;
		this.settings = settings;
		this.clock = clock;
	}

	/** Begins a session and returns its number. */
	@Transactional
	long begin(String appId, String openId, String device) {
		Instant now = this.clock.instant();
		byte[] person = this.seal.person(appId, openId);
		Long follower = this.followers.find(appId, openId).map((found) -> found.id().value()).orElse(null);
		return this.mapper.insert(new WebSessionMapper.Row(0, appId, person, this.seal.seal(person, openId), follower,
				device, now, now.plus(this.settings.sessionFor()), null, null));
	}

	/** Who is signed in with this session, if it still counts. */
	Optional<Visitor> visitor(long session) {
		WebSessionMapper.Row row = this.mapper.find(session).orElse(null);
		if (row == null || row.endedAt() != null || row.openId() == null
				|| !this.clock.instant().isBefore(row.endsAt())) {
			return Optional.empty();
		}
		try {
			String openId = this.seal.open(row.person(), row.openId());
			Follower follower = this.followers.find(row.appId(), openId).orElse(null);
			return Optional.of(new Visitor(row.id(), row.appId(), openId, follower, row.endsAt()));
		}
		catch (Unsealable ex) {
			return Optional.empty();
		}
	}

	/** The person leaves. */
	@Transactional
	void leave(Visitor visitor) {
		this.mapper.end(visitor.session(), "LEFT", this.clock.instant());
	}

	/** Whoever unfollows is signed out everywhere, in the transaction that records it. */
	void unfollowed(String appId, FollowerId follower) {
		Instant now = this.clock.instant();
		this.mapper.endOfFollower(follower.value(), "UNFOLLOWED", now);
		this.followers.open(follower)
			.ifPresent((openId) -> this.mapper.endOfPerson(this.seal.person(appId, openId), "UNFOLLOWED", now));
	}

	/** Everything about a follower is erased. */
	void erased(String appId, FollowerId follower) {
		this.mapper.deleteOfFollower(follower.value());
		this.followers.open(follower)
			.ifPresent((openId) -> this.mapper.deleteOfPerson(this.seal.person(appId, openId)));
	}

	/** How a person stands in the table: findable by a look-up value, readable sealed. */
	static class Seal {

		private final Vault vault;

		private final LookupIndex index;

		Seal(Vault vault, LookupIndex index) {
			this.vault = vault;
			this.index = index;
		}

		byte[] person(String appId, String openId) {
			return PersonLookup.of(this.index, appId, openId);
		}

		/** How somebody is findable at every account. */
		List<byte[]> people(WeChatAccounts accounts, PersonKeys keys) {
			return PersonLookup.of(this.index, accounts, keys);
		}

		byte[] seal(byte[] person, String openId) {
			return this.vault.seal(openId, place(person));
		}

		String open(byte[] person, byte[] sealed) {
			return this.vault.open(sealed, place(person));
		}

		static String place(byte[] person) {
			return "web_session/open_id/" + HexFormat.of().formatHex(person);
		}

	}

}
