package cn.mentougou.education.office.signin;

import java.time.Instant;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The statements on failed guesses. */
@Mapper
interface GuessMapper {

	@Select("""
			SELECT subject, failures, since, locked_until
			FROM sign_in_guess
			WHERE subject = #{subject}
			FOR UPDATE
			""")
	Optional<Row> lock(@Param("subject") byte[] subject);

	@Select("""
			SELECT locked_until
			FROM sign_in_guess
			WHERE subject = #{subject} AND locked_until > #{now}
			""")
	@Nullable Instant lockedUntil(@Param("subject") byte[] subject, @Param("now") Instant now);

	/** Takes the row's lock at once, whether it was there or not. */
	@Insert("""
			INSERT INTO sign_in_guess (subject, failures, since)
			VALUES (#{subject}, 0, #{at})
			ON DUPLICATE KEY UPDATE failures = failures
			""")
	int ensure(@Param("subject") byte[] subject, @Param("at") Instant at);

	@Update("""
			UPDATE sign_in_guess
			SET failures = #{row.failures}, since = #{row.since}, locked_until = #{row.lockedUntil}
			WHERE subject = #{row.subject}
			""")
	int change(@Param("row") Row row);

	@Delete("""
			DELETE FROM sign_in_guess
			WHERE subject = #{subject}
			""")
	int remove(@Param("subject") byte[] subject);

	@Delete("""
			DELETE FROM sign_in_guess
			WHERE since < #{before} AND (locked_until IS NULL OR locked_until < #{now})
			LIMIT 1000
			""")
	int removeOld(@Param("before") Instant before, @Param("now") Instant now);

	/** What was guessed from an address or at a name. */
	record Row(byte[] subject, int failures, Instant since, @Nullable Instant lockedUntil) {
	}

}
