package cn.mentougou.education.wechat.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * When messages are read, counted by the working days of the office: a holiday counts as
 * closed, a weekend that is worked in exchange as open. Everything comes from memory.
 */
public class StaffHours {

	/** In a default answer: when messages are read. */
	public static final String HOURS = "{工作时间}";

	/** In a default answer: when this message can be expected to be read. */
	public static final String EXPECTATION = "{答复时间}";

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M 月 d 日（EEE）", Locale.CHINA);

	private final Predicate<LocalDate> workingDay;

	private final LocalTime openAt;

	private final LocalTime closeAt;

	/**
	 * Hours on some days.
	 * @param workingDay which days
	 * @param openAt when they begin
	 * @param closeAt when they end
	 */
	public StaffHours(Predicate<LocalDate> workingDay, LocalTime openAt, LocalTime closeAt) {
		this.workingDay = workingDay;
		this.openAt = openAt;
		this.closeAt = closeAt;
	}

	/** Whether somebody reads at this moment. */
	public boolean includes(Instant moment) {
		LocalDateTime at = LocalDateTime.ofInstant(moment, BEIJING);
		LocalTime time = at.toLocalTime();
		return !time.isBefore(this.openAt) && time.isBefore(this.closeAt) && this.workingDay.test(at.toLocalDate());
	}

	/** This moment if somebody reads now, or else when the hours begin again. */
	public Instant nextFrom(Instant moment) {
		if (includes(moment)) {
			return moment;
		}
		LocalDateTime at = LocalDateTime.ofInstant(moment, BEIJING);
		LocalDate day = at.toLocalTime().isBefore(this.openAt) ? at.toLocalDate() : at.toLocalDate().plusDays(1);
		while (!this.workingDay.test(day)) {
			day = day.plusDays(1);
		}
		return day.atTime(this.openAt).atZone(BEIJING).toInstant();
	}

	/** The hours in words. */
	public String words() {
		return "工作日 " + TIME.format(this.openAt) + "–" + TIME.format(this.closeAt);
	}

	/** What somebody who writes at this moment can expect. */
	public String expectation(Instant moment) {
		if (includes(moment)) {
			return "现在是工作时间，会尽快答复您。";
		}
		LocalDateTime next = LocalDateTime.ofInstant(nextFrom(moment), BEIJING);
		return "现在不在工作时间，预计 " + DAY.format(next) + TIME.format(next) + " 起答复您。";
	}

	/** A text with the hours and the expectation in the place of their words. */
	public String in(String text, Instant moment) {
		return text.replace(HOURS, words()).replace(EXPECTATION, expectation(moment));
	}

}
