package cn.mentougou.education.newsroom.pushseries;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.education.shared.Refusal;

/**
 * A series as it is typed.
 *
 * @param account the account's AppID
 * @param title what it is called
 * @param at the time of day
 * @param days the days of the week
 * @param verb mass send or publication
 * @param tag the number of a tag; empty for everybody
 * @param late what becomes of a push whose time has passed
 * @param lateMinutes how long it may be sent late
 * @param revision which state of the series was seen; 0 for a new one
 */
record SeriesForm(@Nullable String account, @Nullable String title,
		@DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime at, @Nullable List<DayOfWeek> days,
		@Nullable Verb verb, @Nullable String tag, LatePolicy.@Nullable Kind late, @Nullable Integer lateMinutes,
		int revision) {

	private static final int USUAL_LATE = 120;

	static SeriesForm blank() {
		return new SeriesForm(null, "", LocalTime.of(17, 30), List.of(DayOfWeek.values()), Verb.MASS, "",
				LatePolicy.Kind.UNTIL, USUAL_LATE, 0);
	}

	static SeriesForm of(PushSeries series) {
		return new SeriesForm(series.appId(), series.title(), series.at(), List.copyOf(series.days()), series.verb(),
				(series.tagId() != null) ? series.tagId().toString() : "", series.late(),
				(series.lateMinutes() > 0) ? series.lateMinutes() : USUAL_LATE, series.revision());
	}

	/** The series that is meant. */
	PushSeries series(long id) {
		if (this.at == null) {
			throw new Refusal.Invalid("pushseries.time-missing");
		}
		LatePolicy.Kind kind = (this.late != null) ? this.late : LatePolicy.Kind.ASK;
		int minutes = (kind == LatePolicy.Kind.UNTIL && this.lateMinutes != null) ? this.lateMinutes : 0;
		return new PushSeries(id, (this.account != null) ? this.account : "",
				(this.title != null) ? this.title.strip() : "", this.at.withSecond(0).withNano(0),
				(this.days != null) ? Set.copyOf(this.days) : Set.of(), (this.verb != null) ? this.verb : Verb.MASS,
				tagId(), kind, minutes, true, this.revision);
	}

	private @Nullable Long tagId() {
		if (this.tag == null || this.tag.isBlank()) {
			return null;
		}
		if (!this.tag.strip().matches("\\d{1,9}")) {
			throw new Refusal.Invalid("pushseries.tag-malformed");
		}
		return Long.valueOf(this.tag.strip());
	}

}
