package cn.mentougou.education.office.absence;

import java.time.Instant;
import java.time.LocalDate;
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

import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.PersonId;

/** The absences and what is lent during them. */
@Mapper
interface AbsenceMapper {

	@Select("""
			SELECT id, person_id, from_on, until_on, delegate_id, ended_at
			FROM absence
			WHERE id = #{id}
			""")
	Optional<Row> find(@Param("id") long id);

	@Select("""
			SELECT id, person_id, from_on, until_on, delegate_id, ended_at
			FROM absence
			WHERE person_id = #{person.value}
			ORDER BY until_on DESC, id DESC
			LIMIT 50
			""")
	List<Row> of(@Param("person") PersonId person);

	@Select("""
			SELECT id, person_id, from_on, until_on, delegate_id, ended_at
			FROM absence
			WHERE until_on >= #{from}
			AND ended_at IS NULL
			ORDER BY until_on, id
			LIMIT 2000
			""")
	List<Row> open(@Param("from") LocalDate from);

	@Select("""
			SELECT id, person_id, from_on, until_on, delegate_id, ended_at
			FROM absence
			WHERE delegate_id = #{delegate.value}
			AND until_on >= #{from}
			AND ended_at IS NULL
			ORDER BY from_on, id
			LIMIT 50
			""")
	List<Row> heldBy(@Param("delegate") PersonId delegate, @Param("from") LocalDate from);

	@Select("""
			SELECT id
			FROM absence
			WHERE person_id = #{person.value}
			AND ended_at IS NULL
			AND from_on <= #{until}
			AND until_on >= #{from}
			LIMIT 1
			LOCK IN SHARE MODE
			""")
	Optional<Long> anyBetween(@Param("person") PersonId person, @Param("from") LocalDate from,
			@Param("until") LocalDate until);

	@Select("""
			SELECT loan.appointment_id
			FROM absence
			JOIN absence_loan loan ON loan.absence_id = absence.id
			WHERE absence.delegate_id = #{delegate.value}
			AND absence.until_on >= #{day}
			AND absence.from_on <= #{day}
			AND absence.ended_at IS NULL
			""")
	Set<Long> lentTo(@Param("delegate") PersonId delegate, @Param("day") LocalDate day);

	@Select("""
			SELECT appointment_id
			FROM absence_loan
			WHERE absence_id = #{id}
			ORDER BY appointment_id
			""")
	List<Long> loansOf(@Param("id") long id);

	@Insert("""
			INSERT INTO absence (person_id, from_on, until_on, delegate_id, recorded_by, recorded_at)
			VALUES (#{row.personId}, #{row.fromOn}, #{row.untilOn}, #{row.delegateId}, #{by}, #{at})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Row row, @Param("by") long by, @Param("at") Instant at, @Param("key") GeneratedKey key);

	/** Inserts the absence and returns its number. */
	default long insert(Row row, long by, Instant at) {
		GeneratedKey key = new GeneratedKey();
		insert(row, by, at, key);
		return key.getValue();
	}

	@Insert("""
			INSERT INTO absence_loan (absence_id, appointment_id)
			VALUES (#{id}, #{appointment})
			""")
	int insertLoan(@Param("id") long id, @Param("appointment") long appointment);

	@Update("""
			UPDATE absence
			SET ended_by = #{by}, ended_at = #{at}
			WHERE id = #{id}
			AND ended_at IS NULL
			AND until_on >= #{day}
			""")
	int end(@Param("id") long id, @Param("by") long by, @Param("at") Instant at, @Param("day") LocalDate day);

	@Update("""
			UPDATE absence
			SET ended_by = 0, ended_at = #{at}
			WHERE (person_id = #{person.value} OR delegate_id = #{person.value})
			AND ended_at IS NULL
			AND until_on >= #{day}
			""")
	int endAllOf(@Param("person") PersonId person, @Param("at") Instant at, @Param("day") LocalDate day);

	/** An absence as it is stored. */
	record Row(long id, long personId, LocalDate fromOn, LocalDate untilOn, @Nullable Long delegateId,
			@Nullable Instant endedAt) {

		Absence absence() {
			return new Absence(this.id, new PersonId(this.personId), this.fromOn, this.untilOn,
					(this.delegateId != null) ? new PersonId(this.delegateId) : null, this.endedAt != null);
		}

	}

}
