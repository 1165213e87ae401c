package cn.mentougou.education.office.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/** The appointments. */
@Mapper
interface AppointmentMapper {

	@Select("""
			SELECT id, person_id, role, unit_id, from_on, until_on, given_by, given_at, taken_by, taken_at
			FROM office_appointment
			WHERE id = #{id}
			""")
	Optional<Row> find(@Param("id") long id);

	@Select("""
			SELECT id, person_id, role, unit_id, from_on, until_on, given_by, given_at, taken_by, taken_at
			FROM office_appointment
			WHERE person_id = #{person.value}
			ORDER BY id DESC
			LIMIT 200
			""")
	List<Row> historyOf(@Param("person") PersonId person);

	@Select("""
			SELECT id, person_id, role, unit_id, from_on, until_on, given_by, given_at, taken_by, taken_at
			FROM office_appointment
			WHERE person_id = #{person.value}
			AND taken_at IS NULL
			AND (until_on IS NULL OR until_on >= #{day})
			ORDER BY id
			FOR UPDATE
			""")
	List<Row> openOfAndLock(@Param("person") PersonId person, @Param("day") LocalDate day);

	@Select("""
			<script>
			SELECT id, person_id, role, unit_id, from_on, until_on, given_by, given_at, taken_by, taken_at
			FROM office_appointment
			WHERE (person_id = #{person.value}
				<if test="!lent.isEmpty()">
				OR id IN
				<foreach collection="lent" item="id" open="(" separator="," close=")">#{id}</foreach>
				</if>)
			AND taken_at IS NULL
			AND from_on &lt;= #{day}
			AND (until_on IS NULL OR until_on >= #{day})
			ORDER BY id
			</script>
			""")
	List<Row> inForce(@Param("person") PersonId person, @Param("lent") Collection<Long> lent,
			@Param("day") LocalDate day);

	@Select("""
			<script>
			SELECT id, person_id, role, unit_id, from_on, until_on, given_by, given_at, taken_by, taken_at
			FROM office_appointment
			WHERE person_id IN
			<foreach collection="people" item="person" open="(" separator="," close=")">#{person.value}</foreach>
			AND taken_at IS NULL
			AND (until_on IS NULL OR until_on >= #{day})
			ORDER BY id
			</script>
			""")
	List<Row> openOfAll(@Param("people") Collection<PersonId> people, @Param("day") LocalDate day);

	@Select("""
			<script>
			SELECT id, person_id, role, unit_id, from_on, until_on, given_by, given_at, taken_by, taken_at
			FROM office_appointment
			WHERE id > #{after}
			AND taken_at IS NULL
			AND (until_on IS NULL OR until_on >= #{day})
			AND unit_id IN
			<foreach collection="units" item="unit" open="(" separator="," close=")">#{unit.value}</foreach>
			<if test="role != null">AND role = #{role}</if>
			ORDER BY id
			LIMIT #{limit}
			</script>
			""")
	List<Row> list(@Param("units") Collection<UnitId> units, @Param("role") @Nullable Role role,
			@Param("day") LocalDate day, @Param("after") long after, @Param("limit") int limit);

	@Select("""
			<script>
			SELECT id, person_id, role, unit_id, from_on, until_on, given_by, given_at, taken_by, taken_at
			FROM office_appointment
			WHERE until_on BETWEEN #{from} AND #{to}
			AND taken_at IS NULL
			AND unit_id IN
			<foreach collection="units" item="unit" open="(" separator="," close=")">#{unit.value}</foreach>
			ORDER BY until_on, id
			LIMIT 20
			</script>
			""")
	List<Row> endingFor(@Param("from") LocalDate from, @Param("to") LocalDate to,
			@Param("units") Collection<UnitId> units);

	@Select("""
			SELECT id, person_id, role, unit_id, from_on, until_on, given_by, given_at, taken_by, taken_at
			FROM office_appointment
			WHERE person_id = #{person.value}
			AND until_on BETWEEN #{from} AND #{to}
			AND taken_at IS NULL
			ORDER BY until_on, id
			LIMIT 20
			""")
	List<Row> endingOf(@Param("from") LocalDate from, @Param("to") LocalDate to, @Param("person") PersonId person);

	@Select("""
			SELECT DISTINCT person_id
			FROM office_appointment
			WHERE role = #{role}
			AND taken_at IS NULL
			AND from_on <= #{day}
			AND (until_on IS NULL OR until_on >= #{day})
			""")
	List<Long> holders(@Param("role") Role role, @Param("day") LocalDate day);

	@Select("""
			SELECT COUNT(DISTINCT person_id)
			FROM office_appointment
			WHERE role = #{role}
			AND person_id != #{person.value}
			AND taken_at IS NULL
			AND from_on <= #{day}
			LOCK IN SHARE MODE
			""")
	int countOtherHolders(@Param("role") Role role, @Param("person") PersonId person, @Param("day") LocalDate day);

	@Select("""
			SELECT COUNT(*)
			FROM office_appointment
			WHERE unit_id = #{unit.value}
			AND taken_at IS NULL
			AND (until_on IS NULL OR until_on >= #{day})
			LOCK IN SHARE MODE
			""")
	int countOpenFor(@Param("unit") UnitId unit, @Param("day") LocalDate day);

	@Insert("""
			INSERT INTO office_appointment (person_id, role, unit_id, from_on, until_on, given_by, given_at,
				administrator_id)
			VALUES (#{row.personId}, #{row.role}, #{row.unitId}, #{row.fromOn}, #{row.untilOn}, #{row.givenBy},
				#{row.givenAt}, #{administrator})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Row row, @Param("administrator") @Nullable Long administrator,
			@Param("key") GeneratedKey key);

	/** Inserts the appointment and returns its number. */
	default long insert(Row row) {
		GeneratedKey key = new GeneratedKey();
		insert(row, row.role().isAdministrator() ? row.personId() : null, key);
		return key.getValue();
	}

	@Update("""
			UPDATE administrator_turn
			SET changes = changes + 1
			WHERE id = 1
			""")
	int waitForTurn();

	@Update("""
			UPDATE office_appointment
			SET taken_by = #{by}, taken_at = #{at}, administrator_id = NULL
			WHERE id = #{id}
			AND taken_at IS NULL
			AND (until_on IS NULL OR until_on >= #{day})
			""")
	int take(@Param("id") long id, @Param("by") long by, @Param("at") Instant at, @Param("day") LocalDate day);

	/** An appointment as it is stored. */
	record Row(long id, long personId, Role role, long unitId, LocalDate fromOn, @Nullable LocalDate untilOn,
			long givenBy, Instant givenAt, @Nullable Long takenBy, @Nullable Instant takenAt) {

		Appointment appointment() {
			return new Appointment(this.id, new PersonId(this.personId), this.role, new UnitId(this.unitId),
					this.fromOn, this.untilOn, this.givenBy, this.givenAt, this.takenBy, this.takenAt);
		}

	}

}
