package cn.mentougou.education.wechat.tag;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.Followers;

/**
 * The desk of the tags. Each change is written first, then the platform is asked at once,
 * outside of any transaction; what stays undecided is asked again by a job.
 */
public class Tags {

	private final TagMapper mapper;

	private final TagWork work;

	private final WeChatAccounts accounts;

	private final Followers followers;

	private final Audit audit;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Tags(Parts parts, Audit audit, Clock clock, TransactionTemplate transaction) {
		this.mapper = parts.mapper();
		this.work = parts.work();
		this.accounts = parts.accounts();
		this.followers = parts.followers();
		this.audit = audit;
		this.clock = clock;
		this.transaction = transaction;
	}

	/** The tags of an account, oldest first. */
	public List<AccountTag> of(String appId) {
		return this.mapper.of(appId);
	}

	/** The tag with our number. */
	public Optional<AccountTag> find(long id) {
		return this.mapper.find(id);
	}

	/** The names of an account's tags by the platform's numbers. */
	public Map<Integer, String> names(String appId) {
		return of(appId).stream()
			.filter(AccountTag::isUsable)
			.collect(Collectors.toMap(AccountTag::number, AccountTag::name));
	}

	/**
	 * Makes a tag.
	 * @return what became of it: the platform may still be asked
	 * @throws Refusal.Invalid if the platform would not take the name
	 * @throws Refusal.Conflict if there is one of this name, or there are too many
	 */
	public Decision create(Actor actor, String appId, String typed) {
		String name = TagRules.name(typed);
		may(appId);
		GeneratedKey key = new GeneratedKey();
		try {
			this.transaction.executeWithoutResult((status) -> {
				if (of(appId).size() >= TagRules.MOST_TAGS) {
					throw new Refusal.Conflict("tag.too-many", TagRules.MOST_TAGS);
				}
				this.mapper.insert(appId, name, this.clock.instant(), key);
				this.audit.record(AuditEntry.done(actor, "tag.created", "tag", key.getValue()));
			});
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal.Conflict("tag.name-taken");
		}
		return this.work.decide(key.getValue());
	}

	/** Calls a tag otherwise; see {@link #create}. */
	public Decision rename(Actor actor, long id, String typed) {
		String name = TagRules.name(typed);
		AccountTag tag = ready(id);
		if (of(tag.appId()).stream().anyMatch((other) -> other.id() != id && other.name().equals(name))) {
			throw new Refusal.Conflict("tag.name-taken");
		}
		this.transaction.executeWithoutResult((status) -> {
			changed(this.mapper.rename(id, name, this.clock.instant()));
			this.audit.record(AuditEntry.done(actor, "tag.renamed", "tag", id));
		});
		return this.work.decide(id);
	}

	/** Deletes a tag and takes it off everybody; see {@link #create}. */
	public Decision delete(Actor actor, long id) {
		AccountTag tag = ready(id);
		if (this.followers.wearing(tag.appId(), tag.number()) > TagRules.MOST_TO_DELETE) {
			throw new Refusal.Conflict("tag.too-many-followers", TagRules.MOST_TO_DELETE);
		}
		this.transaction.executeWithoutResult((status) -> {
			changed(this.mapper.delete(id, this.clock.instant()));
			this.audit.record(AuditEntry.done(actor, "tag.deleted", "tag", id));
		});
		return this.work.decide(id);
	}

	/**
	 * Takes over the tags as the platform has them now: those of its own console too.
	 * @return whether it answered
	 */
	public boolean compare(String appId) {
		return this.work.compare(appId);
	}

	private AccountTag ready(long id) {
		AccountTag tag = find(id).orElseThrow(() -> new Refusal.NotFound("tag.no-such-tag"));
		may(tag.appId());
		if (tag.state() != TagState.READY) {
			throw new Refusal.Conflict("tag.undecided");
		}
		return tag;
	}

	private void may(String appId) {
		WeChatAccount account = this.accounts.find(appId)
			.orElseThrow(() -> new Refusal.NotFound("tag.no-such-account"));
		account.require(Capability.FOLLOWER);
	}

	private static void changed(int rows) {
		if (rows == 0) {
			throw new Refusal.Conflict("tag.undecided");
		}
	}

	/** What the desk works with. */
	record Parts(TagMapper mapper, TagWork work, WeChatAccounts accounts, Followers followers) {
	}

	/** What the platform made of a change. */
	public enum Decision {

		/** It took it. */
		DONE,

		/** It refused it: everything is as before. */
		REFUSED,

		/** Nobody knows yet: it is asked again within minutes. */
		UNDECIDED

	}

}
