package cn.mentougou.education.office.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.PersonId;

/** The statements on sessions. */
@Mapper
interface SessionMapper {

	@Select("""
			SELECT id, person_id, version, came_from, device, started_at, last_used_at, ending
			FROM office_session
			WHERE id = #{id.value}
			""")
	Optional<Row> find(@Param("id") SessionId id);

	@Select("""
			SELECT id, person_id, version, came_from, device, started_at, last_used_at, ending
			FROM office_session
			WHERE person_id = #{person.value} AND ended_at IS NULL AND last_used_at > #{usedSince}
				AND started_at > #{startedSince}
			ORDER BY id DESC
			LIMIT 100
			""")
	List<Row> open(@Param("person") PersonId person, @Param("usedSince") Instant usedSince,
			@Param("startedSince") Instant startedSince);

	@Insert("""
			INSERT INTO office_session (person_id, version, came_from, device, started_at, last_used_at)
			VALUES (#{row.personId}, #{row.version}, #{row.cameFrom}, #{row.device}, #{row.startedAt},
				#{row.lastUsedAt})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Row row, @Param("key") GeneratedKey key);

	/** Inserts the session and returns its number. */
	default SessionId insert(Row row) {
		GeneratedKey key = new GeneratedKey();
		insert(row, key);
		return new SessionId(key.getValue());
	}

	@Update("""
			UPDATE office_session
			SET last_used_at = #{at}
			WHERE id = #{id.value} AND ended_at IS NULL AND last_used_at < #{at}
			""")
	int use(@Param("id") SessionId id, @Param("at") Instant at);

	@Update("""
			UPDATE office_session
			SET version = #{version}
			WHERE id = #{id.value} AND ended_at IS NULL
			""")
	int renew(@Param("id") SessionId id, @Param("version") int version);

	@Update("""
			UPDATE office_session
			SET ended_at = #{at}, ending = #{ending}
			WHERE id = #{id.value} AND person_id = #{person.value} AND ended_at IS NULL
			""")
	int end(@Param("person") PersonId person, @Param("id") SessionId id, @Param("ending") Ending ending,
			@Param("at") Instant at);

	/** Ends every session of the person but one; none has the number 0. */
	@Update("""
			UPDATE office_session
			SET ended_at = #{at}, ending = #{ending}
			WHERE person_id = #{person.value} AND ended_at IS NULL AND id <> #{except}
			""")
	int endAll(@Param("person") PersonId person, @Param("except") long except, @Param("ending") Ending ending,
			@Param("at") Instant at);

	@Select("""
			SELECT id, person_id, version, came_from, device, started_at, last_used_at, ending
			FROM office_session
			WHERE person_id = #{person.value}
			ORDER BY id
			""")
	List<Row> all(@Param("person") PersonId person);

	@Select("""
			SELECT id, person_id, version, came_from, device, started_at, last_used_at, ending
			FROM office_session
			WHERE id > #{after} AND last_used_at < #{before}
			ORDER BY id
			LIMIT 100
			""")
	List<Row> unusedSince(@Param("before") Instant before, @Param("after") long after);

	@Delete("""
			DELETE FROM office_session
			WHERE id = #{id}
			""")
	int remove(@Param("id") long id);

	/** One session. */
	record Row(long id, long personId, int version, String cameFrom, String device, Instant startedAt,
			Instant lastUsedAt, @Nullable Ending ending) {

		OfficeSession session() {
			return new OfficeSession(new SessionId(this.id), new PersonId(this.personId), this.version, this.cameFrom,
					this.device, this.startedAt, this.lastUsedAt, this.ending);
		}

	}

}
