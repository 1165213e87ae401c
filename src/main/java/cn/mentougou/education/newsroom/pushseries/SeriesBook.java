package cn.mentougou.education.newsroom.pushseries;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** The book of the series. */
@Component
public class SeriesBook {

	static final int LONGEST_TITLE = 40;

	private static final int LONGEST_LATE = (int) Duration.ofDays(7).toMinutes();

	private final SeriesMapper mapper;

	private final WeChatAccounts accounts;

	private final Audit audit;

	private final Clock clock;

	SeriesBook(SeriesMapper mapper, WeChatAccounts accounts, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.accounts = accounts;
		this.audit = audit;
		this.clock = clock;
	}

	/** All series, those that run first. */
	public List<PushSeries> all() {
		return this.mapper.all().stream().map(SeriesMapper.Row::series).toList();
	}

	/**
	 * The series of this number.
	 * @throws Refusal.NotFound if there is none
	 */
	public PushSeries find(long id) {
		return this.mapper.find(id)
			.map(SeriesMapper.Row::series)
			.orElseThrow(() -> new Refusal.NotFound("pushseries.no-such-series"));
	}

	/**
	 * Begins a series, or changes one that has a number; what is planned already stays.
	 * @throws Refusal.Conflict if it was changed meanwhile or ended
	 */
	@Transactional
	public long keep(Actor actor, PushSeries series) {
		check(actor, series);
		SeriesMapper.Row row = SeriesMapper.Row.of(series);
		if (series.id() != 0) {
			if (this.mapper.change(row, actor.id(), this.clock.instant()) == 0) {
				throw new Refusal.Conflict("pushseries.changed-meanwhile");
			}
			this.audit.record(AuditEntry.done(actor, "pushseries.changed", "push-series", series.id()));
			return series.id();
		}
		GeneratedKey key = new GeneratedKey();
		this.mapper.insert(row, actor.id(), this.clock.instant(), key);
		this.audit.record(AuditEntry.done(actor, "pushseries.begun", "push-series", key.getValue()));
		return key.getValue();
	}

	/** Ends a series; what is planned already stays. */
	@Transactional
	public void end(Actor actor, long id) {
		actor.require(Role.EDITOR);
		find(id);
		if (this.mapper.end(id, actor.id(), this.clock.instant()) == 0) {
			throw new Refusal.Conflict("pushseries.over");
		}
		this.audit.record(AuditEntry.done(actor, "pushseries.ended", "push-series", id));
	}

	private void check(Actor actor, PushSeries series) {
		actor.require(Role.EDITOR);
		if (this.accounts.find(series.appId()).isEmpty()) {
			throw new Refusal.Invalid("pushseries.no-such-account");
		}
		if (series.title().isBlank() || series.title().length() > LONGEST_TITLE) {
			throw new Refusal.Invalid("pushseries.title-length", LONGEST_TITLE);
		}
		if (series.days().isEmpty()) {
			throw new Refusal.Invalid("pushseries.days-missing");
		}
		boolean isLate = series.late() == LatePolicy.Kind.UNTIL;
		if (isLate && (series.lateMinutes() < 1 || series.lateMinutes() > LONGEST_LATE)) {
			throw new Refusal.Invalid("pushseries.late-minutes", LONGEST_LATE);
		}
		if (series.verb() == Verb.PUBLISH && series.tagId() != null) {
			throw new Refusal.Invalid("pushseries.publish-to-tag");
		}
	}

}
