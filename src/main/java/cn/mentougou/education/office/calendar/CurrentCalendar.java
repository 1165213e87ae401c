package cn.mentougou.education.office.calendar;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.shared.DatabaseReady;

/**
 * Holds the calendar in memory and asks every few seconds whether it is still the newest.
 * Without the database the last reading stays; a wrong last day is never counted from
 * nothing, so before the first reading whoever asks has it read.
 */
class CurrentCalendar implements Supplier<CalendarBook>, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(CurrentCalendar.class);

	private final CalendarMapper mapper;

	private final TransactionTemplate snapshot;

	private final Duration every;

	private volatile CalendarBook book = CalendarBook.UNREAD;

	private @Nullable ScheduledExecutorService thread;

	/**
	 * Takes how late another instance's change is learnt.
	 * @param snapshot a transaction of its own that reads alone
	 */
	CurrentCalendar(CalendarMapper mapper, TransactionTemplate snapshot, Duration every) {
		this.mapper = mapper;
		this.snapshot = snapshot;
		this.every = every;
	}

	@Override
	public CalendarBook get() {
		CalendarBook current = this.book;
		return (current != CalendarBook.UNREAD) ? current : read();
	}

	/** Reads what is newer; an older reading never replaces it. */
	synchronized CalendarBook read() {
		if (this.mapper.version() != this.book.version()) {
			this.book = this.snapshot.execute((status) -> new CalendarBook(this.mapper.version(),
					this.mapper.lists().stream().map(CalendarMapper.ListRow::listYear).collect(Collectors.toSet()),
					days(this.mapper.days()).stream().collect(Collectors.toMap(CalendarDay::on, Function.identity()))));
		}
		return this.book;
	}

	private static List<CalendarDay> days(List<CalendarMapper.Row> rows) {
		return rows.stream().map(CalendarMapper.Row::calendarDay).toList();
	}

	/** Reads what is newer, or says in the log why not. */
	void look() {
		try {
			read();
		}
		catch (RuntimeException ex) {
			logger.warn("The calendar cannot be read; version {} stays: {}", this.book.version(),
					ex.getClass().getName());
		}
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void arrived(DatabaseReady event) {
		look();
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread started = new Thread(work, "calendar");
			started.setDaemon(true);
			return started;
		});
		looking.scheduleWithFixedDelay(this::look, this.every.toMillis(), this.every.toMillis(), TimeUnit.MILLISECONDS);
		this.thread = looking;
	}

	@Override
	public synchronized void stop() {
		if (this.thread != null) {
			this.thread.shutdownNow();
			this.thread = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

}
