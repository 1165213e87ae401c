package cn.mentougou.education.newsroom.pushseries;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.education.shared.GeneratedKey;

/** The series. */
@Mapper
interface SeriesMapper {

	@Select("""
			SELECT id, app_id, title, minute_of_day, weekdays, verb, tag_id, late, late_minutes, is_active, revision
			FROM push_series
			WHERE id = #{id}
			""")
	Optional<Row> find(@Param("id") long id);

	@Select("""
			SELECT id, app_id, title, minute_of_day, weekdays, verb, tag_id, late, late_minutes, is_active, revision
			FROM push_series
			ORDER BY is_active DESC, minute_of_day, id
			LIMIT 200
			""")
	List<Row> all();

	@Insert("""
			INSERT INTO push_series (app_id, title, minute_of_day, weekdays, verb, tag_id, late, late_minutes,
				is_active, revision, actor_id, changed_at)
			VALUES (#{row.appId}, #{row.title}, #{row.minuteOfDay}, #{row.weekdays}, #{row.verb}, #{row.tagId},
				#{row.late}, #{row.lateMinutes}, TRUE, 1, #{actor}, #{now})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Row row, @Param("actor") long actor, @Param("now") Instant now,
			@Param("key") GeneratedKey key);

	@Update("""
			UPDATE push_series
			SET app_id = #{row.appId}, title = #{row.title}, minute_of_day = #{row.minuteOfDay},
				weekdays = #{row.weekdays}, verb = #{row.verb}, tag_id = #{row.tagId}, late = #{row.late},
				late_minutes = #{row.lateMinutes}, revision = revision + 1, actor_id = #{actor}, changed_at = #{now}
			WHERE id = #{row.id}
			AND revision = #{row.revision}
			AND is_active = TRUE
			""")
	int change(@Param("row") Row row, @Param("actor") long actor, @Param("now") Instant now);

	@Update("""
			UPDATE push_series
			SET is_active = FALSE, revision = revision + 1, actor_id = #{actor}, changed_at = #{now}
			WHERE id = #{id}
			AND is_active = TRUE
			""")
	int end(@Param("id") long id, @Param("actor") long actor, @Param("now") Instant now);

	/** A series as it is kept; the days of the week are digits, 1 for Monday. */
	record Row(long id, String appId, String title, int minuteOfDay, String weekdays, Verb verb, @Nullable Long tagId,
			LatePolicy.Kind late, int lateMinutes, boolean isActive, int revision) {

		static Row of(PushSeries series) {
			StringBuilder weekdays = new StringBuilder();
			EnumSet.allOf(DayOfWeek.class)
				.stream()
				.filter(series.days()::contains)
				.forEach((day) -> weekdays.append(day.getValue()));
			return new Row(series.id(), series.appId(), series.title(), series.at().toSecondOfDay() / 60,
					weekdays.toString(), series.verb(), series.tagId(), series.late(), series.lateMinutes(),
					series.isActive(), series.revision());
		}

		PushSeries series() {
			Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
			this.weekdays.chars().forEach((digit) -> days.add(DayOfWeek.of(digit - '0')));
			return new PushSeries(this.id, this.appId, this.title, LocalTime.ofSecondOfDay(this.minuteOfDay * 60L),
					days, this.verb, this.tagId, this.late, this.lateMinutes, this.isActive, this.revision);
		}

	}

}
