package cn.mentougou.education.office.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

import cn.mentougou.education.shared.GeneratedKey;

/** The tables of the calendar. */
@Mapper
interface CalendarMapper {

	@Select("""
			SELECT number
			FROM work_calendar_version
			WHERE id = 1
			""")
	long version();

	@Select("""
			SELECT day, kind, name, list_year
			FROM work_calendar
			ORDER BY day
			""")
	List<Row> days();

	@Select("""
			SELECT list_year, version, source_doc, changed_at
			FROM work_calendar_list
			ORDER BY list_year DESC
			""")
	List<ListRow> lists();

	@Select("""
			SELECT list_year, version, source_doc, changed_at
			FROM work_calendar_list
			WHERE list_year = #{year}
			""")
	Optional<ListRow> findList(@Param("year") int year);

	@Select("""
			SELECT day, kind, name, list_year
			FROM work_calendar
			WHERE list_year = #{year}
			ORDER BY day
			""")
	List<Row> daysOfList(@Param("year") int year);

	@Select("""
			SELECT id, list_year, version, imported_at, actor_kind, actor_id, source_doc, days, changed_days, past_days
			FROM work_calendar_import
			WHERE list_year = #{year}
			ORDER BY version DESC
			LIMIT 50
			""")
	List<ImportRow> imports(@Param("year") int year);

	@Select("""
			SELECT id, list_year, version, imported_at, actor_kind, actor_id, source_doc, days, changed_days, past_days
			FROM work_calendar_import
			WHERE list_year = #{year}
			AND version = #{version}
			""")
	Optional<ImportRow> findImport(@Param("year") int year, @Param("version") int version);

	@Insert("""
			<script>
			INSERT INTO work_calendar (day, kind, name, list_year)
			VALUES
			<foreach collection="days" item="day" separator=",">
				(#{day.on}, #{day.kind}, #{day.name}, #{year})
			</foreach>
			ON DUPLICATE KEY UPDATE kind = VALUES(kind), name = VALUES(name), list_year = VALUES(list_year)
			</script>
			""")
	int insertDays(@Param("year") int year, @Param("days") List<CalendarDay> days);

	@Insert("""
			INSERT INTO work_calendar_list (list_year, version, source_doc, changed_at)
			VALUES (#{row.listYear}, #{row.version}, #{row.sourceDoc}, #{row.changedAt})
			""")
	int insertList(@Param("row") ListRow row);

	@Insert("""
			INSERT INTO work_calendar_import
			(list_year, version, imported_at, actor_kind, actor_id, source_doc, days, changed_days, past_days)
			VALUES (#{row.listYear}, #{row.version}, #{row.importedAt}, #{row.actorKind}, #{row.actorId},
				#{row.sourceDoc}, #{row.days}, #{row.changedDays}, #{row.pastDays})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value")
	int insertImport(@Param("row") ImportRow row, @Param("key") GeneratedKey key);

	@Update("""
			UPDATE work_calendar_list
			SET version = #{row.version}, source_doc = #{row.sourceDoc}, changed_at = #{row.changedAt}
			WHERE list_year = #{row.listYear}
			AND version = #{row.version} - 1
			""")
	int changeList(@Param("row") ListRow row);

	@Update("""
			UPDATE work_calendar_version
			SET number = number + 1
			WHERE id = 1
			""")
	int raiseVersion();

	@Delete("""
			DELETE FROM work_calendar
			WHERE list_year = #{year}
			""")
	int removeDays(@Param("year") int year);

	/** A day that a list names. */
	record Row(LocalDate day, CalendarDay.Kind kind, String name, int listYear) {

		CalendarDay calendarDay() {
			return new CalendarDay(this.day, this.kind, this.name);
		}

	}

	/** A year whose list is known. */
	record ListRow(int listYear, int version, String sourceDoc, Instant changedAt) {
	}

	/** A list as it was imported once. */
	record ImportRow(long id, int listYear, int version, Instant importedAt, String actorKind, long actorId,
			String sourceDoc, String days, int changedDays, int pastDays) {

		YearList list() {
			return YearList.of(this.listYear, this.sourceDoc, this.days);
		}

	}

}
