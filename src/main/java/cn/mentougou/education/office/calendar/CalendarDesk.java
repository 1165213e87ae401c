package cn.mentougou.education.office.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.Refusal;

/** The desk that keeps the lists: what an import would change, and the import. */
class CalendarDesk {

	/** As many days as one detail of the audit can hold. */
	private static final int IN_ONE_DETAIL = 19;

	/** As many days as all of them can; how many there are is always said. */
	private static final int MOST_NAMED = 4 * IN_ONE_DETAIL;

	private final CalendarMapper mapper;

	private final CurrentCalendar current;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	CalendarDesk(CalendarMapper mapper, CurrentCalendar current, Audit audit, ApplicationEventPublisher events,
			PlatformTransactionManager transactions, Clock clock) {
		this.mapper = mapper;
		this.current = current;
		this.audit = audit;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** The years whose list is known, newest first. */
	List<CalendarMapper.ListRow> lists() {
		return this.mapper.lists();
	}

	/**
	 * The list of a year.
	 * @throws Refusal.NotFound if it is not known
	 */
	YearList list(int year) {
		CalendarMapper.ListRow row = this.mapper.findList(year)
			.orElseThrow(() -> new Refusal.NotFound("calendar.no-list", String.valueOf(year)));
		return new YearList(year, row.sourceDoc(),
				this.mapper.daysOfList(year).stream().map(CalendarMapper.Row::calendarDay).toList());
	}

	/** All lists that were imported for a year, newest first. */
	List<CalendarMapper.ImportRow> imports(int year) {
		return this.mapper.imports(year);
	}

	/**
	 * A list as it was imported once.
	 * @throws Refusal.NotFound if there was none of that version
	 */
	YearList imported(int year, int version) {
		return this.mapper.findImport(year, version)
			.orElseThrow(() -> new Refusal.NotFound("calendar.no-import"))
			.list();
	}

	/** What the import of this list would change now. */
	Preview preview(YearList list) {
		int version = this.mapper.findList(list.year()).map(CalendarMapper.ListRow::version).orElse(0);
		return Preview.of(list, version, this.mapper.days(), LocalDate.now(this.clock));
	}

	/**
	 * Puts this list in the place of the year's.
	 * @param version the version of the year's list that the preview was made of
	 * @param pastConfirmed whether it was said once more that past days may change
	 * @return what was changed
	 * @throws Refusal.Conflict if somebody else imported meanwhile
	 * @throws Refusal.Invalid if past days would change and nobody said that they may, or
	 * nothing would change at all
	 */
	Preview importList(Actor actor, YearList list, int version, boolean pastConfirmed) {
		return this.transaction.execute((status) -> {
			// The lock of this row lets imports follow one another.
			this.mapper.raiseVersion();
			Preview preview = preview(list);
			check(preview, version, pastConfirmed);
			write(actor, preview);
			long number = this.mapper.version();
			TransactionSynchronizationManager.registerSynchronization(new Refresh());
			if (!preview.years().isEmpty()) {
				this.events.publishEvent(new CalendarChanged(preview.years(), number));
			}
			return preview;
		});
	}

	private void check(Preview preview, int version, boolean pastConfirmed) {
		if (preview.version() != version) {
			throw new Refusal.Conflict("calendar.changed-meanwhile", String.valueOf(preview.list().year()));
		}
		boolean same = preview.version() > 0 && preview.changes().isEmpty() && preview.renamed() == 0
				&& list(preview.list().year()).source().equals(preview.list().source());
		if (same) {
			throw new Refusal.Invalid("calendar.nothing-changes");
		}
		if (!pastConfirmed && !preview.pastChanges().isEmpty()) {
			throw new Refusal.Invalid("calendar.past-not-confirmed", preview.pastChanges().size());
		}
	}

	private void write(Actor actor, Preview preview) {
		YearList list = preview.list();
		Instant now = this.clock.instant();
		int version = preview.version() + 1;
		this.mapper.removeDays(list.year());
		this.mapper.insertDays(list.year(), list.days());
		CalendarMapper.ListRow row = new CalendarMapper.ListRow(list.year(), version, list.source(), now);
		int written = (version == 1) ? this.mapper.insertList(row) : this.mapper.changeList(row);
		if (written != 1) {
			throw new IllegalStateException("The list of " + list.year() + " changed under its lock");
		}
		GeneratedKey key = new GeneratedKey();
		this.mapper.insertImport(new CalendarMapper.ImportRow(0, list.year(), version, now, actor.kind().name(),
				actor.id(), list.source(), list.text(), preview.changes().size(), preview.pastChanges().size()), key);
		AuditEntry entry = AuditEntry.done(actor, "calendar.year-imported", "calendar-year", list.year())
			.with("import", key.getValue())
			.with("version", version)
			.with("changed-days", preview.changes().size());
		this.audit.record(withPast(entry, preview.pastChanges()));
	}

	/** Past days are named, with a plus if they become working days. */
	private static AuditEntry withPast(AuditEntry entry, List<Preview.Change> past) {
		AuditEntry named = past.isEmpty() ? entry : entry.with("past-days", past.size());
		int most = Math.min(past.size(), MOST_NAMED);
		for (int from = 0; from < most; from += IN_ONE_DETAIL) {
			String days = past.subList(from, Math.min(from + IN_ONE_DETAIL, most))
				.stream()
				.map((change) -> change.on().format(DateTimeFormatter.BASIC_ISO_DATE) + (change.worked() ? "+" : "-"))
				.collect(Collectors.joining(" "));
			named = named.with("past-" + (from / IN_ONE_DETAIL + 1), days);
		}
		return named;
	}

	/** Before any listener of the change counts again. */
	private final class Refresh implements TransactionSynchronization, Ordered {

		@Override
		public int getOrder() {
			return Ordered.HIGHEST_PRECEDENCE;
		}

		@Override
		public void afterCommit() {
			CalendarDesk.this.current.look();
		}

	}

}
