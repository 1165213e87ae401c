package cn.mentougou.education.newsroom.articledesk;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.Follower;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.follower.Followers;

/**
 * The phones of the staff on which previews are shown. Everybody registers the own phone
 * alone: by a code that is shown at the console and sent from that phone.
 */
public class Testers {

	static final Duration VALID = Duration.ofMinutes(10);

	private static final BigInteger CODES = BigInteger.valueOf(100_000_000);

	private final TesterMapper mapper;

	private final Followers followers;

	private final WeChatAccounts accounts;

	private final LookupIndex index;

	private final Audit audit;

	private final Clock clock;

	Testers(TesterMapper mapper, Followers followers, WeChatAccounts accounts, LookupIndex index, Audit audit,
			Clock clock) {
		this.mapper = mapper;
		this.followers = followers;
		this.accounts = accounts;
		this.index = index;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * A code of eight digits for the actor's own phone, good for ten minutes and once.
	 * @throws Refusal.NotFound if the account is not one of ours
	 */
	@Transactional
	public String invite(Actor actor, String appId) {
		if (this.accounts.find(appId).isEmpty()) {
			throw new Refusal.NotFound("articledesk.no-such-account");
		}
		String code = "%08d".formatted(new BigInteger(1, RandomBytes.take(16)).mod(CODES).intValue());
		this.mapper.invite(actor.person().value(), appId, index(appId, code), now().plus(VALID));
		this.audit.record(AuditEntry.done(actor, "article.tester-invited", "account", appId));
		return code;
	}

	/**
	 * Registers the phone that sent the code.
	 * @return whether the code is good
	 */
	@Transactional
	public boolean register(String appId, String openId, String code) {
		Optional<Follower> follower = this.followers.find(appId, openId);
		return follower.isPresent()
				&& this.mapper.register(index(appId, code), appId, follower.get().id().value(), now()) == 1;
	}

	/** The registered phones. */
	List<TesterMapper.Row> all() {
		return this.mapper.list();
	}

	/** Where previews for this phone go; empty if the person no longer follows. */
	Optional<String> openId(TesterMapper.Row tester) {
		Long follower = tester.followerId();
		return (follower != null) ? this.followers.open(new FollowerId(follower)) : Optional.empty();
	}

	/**
	 * Takes a phone off the list: one's own, or as an editor any.
	 * @throws Refusal.NotFound if there is none, or it is somebody else's
	 */
	@Transactional
	public void remove(Actor actor, long id) {
		TesterMapper.Row tester = this.mapper.find(id)
			.filter((row) -> row.staffId() == actor.id() || actor.holds(Role.EDITOR))
			.orElseThrow(() -> new Refusal.NotFound("articledesk.no-such-tester"));
		this.mapper.delete(tester.id());
		this.audit.record(AuditEntry.done(actor, "article.tester-removed", "tester", id));
	}

	private byte[] index(String appId, String code) {
		return this.index.of("articledesk.code", appId, code);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
