package cn.mentougou.education.office.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.PersonId;

/** The statements on sign-ins. */
@Mapper
interface SignInMapper {

	@Select("""
			SELECT person_id, username, username_key, password_hash, password_set_at, must_change,
				password_good_until, totp_secret, totp_last_step, state, version, last_signed_in_at
			FROM sign_in
			WHERE person_id = #{person.value}
			""")
	Optional<Row> find(@Param("person") PersonId person);

	@Select("""
			SELECT person_id, username, username_key, password_hash, password_set_at, must_change,
				password_good_until, totp_secret, totp_last_step, state, version, last_signed_in_at
			FROM sign_in
			WHERE username_key = #{usernameKey}
			""")
	Optional<Row> named(@Param("usernameKey") byte[] usernameKey);

	/** Whether the session's sign-in is still what it was; asked at each request. */
	@Select("""
			SELECT COUNT(*)
			FROM sign_in
			WHERE person_id = #{person.value} AND version = #{version} AND state = 'ACTIVE'
			""")
	int countActive(@Param("person") PersonId person, @Param("version") int version);

	@Select("""
			<script>
			SELECT person_id, username, username_key, password_hash, password_set_at, must_change,
				password_good_until, totp_secret, totp_last_step, state, version, last_signed_in_at
			FROM sign_in
			WHERE person_id &gt; #{search.after}
			<if test="search.kind.name() == 'DISABLED'">AND state = 'DISABLED'</if>
			<if test="search.kind.name() == 'WITHOUT_CODE'">AND state = 'ACTIVE' AND totp_secret IS NULL</if>
			<if test="search.kind.name() == 'LOCKED'">
				AND username_key IN (SELECT subject FROM sign_in_guess WHERE locked_until &gt; #{now})
			</if>
			<if test="search.people != null">
				AND person_id IN
				<foreach item="person" collection="search.people" open="(" separator="," close=")">#{person.value}</foreach>
			</if>
			ORDER BY person_id
			LIMIT #{search.limit}
			</script>
			""")
	List<Row> list(@Param("search") SignInSearch search, @Param("now") Instant now);

	@Select("""
			SELECT COUNT(*)
			FROM sign_in
			WHERE state = 'ACTIVE' AND totp_secret IS NULL
			""")
	int countWithoutCode();

	@Select("""
			SELECT COUNT(*)
			FROM sign_in_guess
			JOIN sign_in ON sign_in.username_key = sign_in_guess.subject
			WHERE sign_in_guess.locked_until > #{now}
			""")
	int countLocked(@Param("now") Instant now);

	@Select("""
			SELECT person_id, username, username_key, password_hash, password_set_at, must_change,
				password_good_until, totp_secret, totp_last_step, state, version, last_signed_in_at
			FROM sign_in
			WHERE person_id > #{after}
			ORDER BY person_id
			LIMIT 100
			""")
	List<Row> all(@Param("after") long after);

	@Insert("""
			INSERT INTO sign_in (person_id, username, username_key, password_hash, password_set_at, must_change,
				password_good_until, totp_last_step, state, version, created_at, changed_at)
			VALUES (#{row.personId}, #{row.username}, #{row.usernameKey}, #{row.passwordHash}, #{row.passwordSetAt},
				#{row.mustChange}, #{row.passwordGoodUntil}, 0, #{row.state}, #{row.version}, #{row.passwordSetAt},
				#{row.passwordSetAt})
			""")
	int insert(@Param("row") Row row);

	@Update("""
			UPDATE sign_in
			SET password_hash = #{row.passwordHash}, password_set_at = #{row.passwordSetAt},
				must_change = #{row.mustChange}, password_good_until = #{row.passwordGoodUntil},
				version = version + 1, changed_at = #{row.passwordSetAt}
			WHERE person_id = #{row.personId} AND version = #{row.version}
			""")
	int setPassword(@Param("row") Row row);

	@Update("""
			UPDATE sign_in
			SET totp_secret = #{secret}, totp_last_step = #{step}, changed_at = #{at}
			WHERE person_id = #{person.value} AND version = #{version}
			""")
	int setSecondFactor(@Param("person") PersonId person, @Param("version") int version,
			@Param("secret") byte @Nullable [] secret, @Param("step") long step, @Param("at") Instant at);

	/** Of two who bring the same code, one finds it unused. */
	@Update("""
			UPDATE sign_in
			SET totp_last_step = #{step}
			WHERE person_id = #{person.value} AND totp_secret IS NOT NULL AND totp_last_step < #{step}
			""")
	int useStep(@Param("person") PersonId person, @Param("step") long step);

	@Update("""
			UPDATE sign_in
			SET last_signed_in_at = #{at}
			WHERE person_id = #{person.value} AND version = #{version} AND state = 'ACTIVE'
			""")
	int signedIn(@Param("person") PersonId person, @Param("version") int version, @Param("at") Instant at);

	@Update("""
			UPDATE sign_in
			SET state = #{to}, version = version + 1, changed_at = #{at}
			WHERE person_id = #{person.value} AND state = #{from}
			""")
	int setState(@Param("person") PersonId person, @Param("from") SignIn.State from, @Param("to") SignIn.State to,
			@Param("at") Instant at);

	@Update("""
			UPDATE sign_in
			SET version = version + 1, changed_at = #{at}
			WHERE person_id = #{person.value}
			""")
	int raiseVersion(@Param("person") PersonId person, @Param("at") Instant at);

	@Update("""
			UPDATE sign_in
			SET username = #{after}
			WHERE person_id = #{person} AND username = #{before}
			""")
	int exchangeUsername(@Param("person") long person, @Param("before") byte[] before, @Param("after") byte[] after);

	@Update("""
			UPDATE sign_in
			SET password_hash = #{after}
			WHERE person_id = #{person} AND password_hash = #{before}
			""")
	int exchangePassword(@Param("person") long person, @Param("before") byte[] before, @Param("after") byte[] after);

	@Update("""
			UPDATE sign_in
			SET totp_secret = #{after}
			WHERE person_id = #{person} AND totp_secret = #{before}
			""")
	int exchangeTotp(@Param("person") long person, @Param("before") byte[] before, @Param("after") byte[] after);

	@Delete("""
			DELETE FROM sign_in
			WHERE person_id = #{person.value}
			""")
	int remove(@Param("person") PersonId person);

	/** One sign-in with its sealed secrets. */
	record Row(long personId, byte[] username, byte[] usernameKey, byte[] passwordHash, Instant passwordSetAt,
			boolean mustChange, @Nullable Instant passwordGoodUntil, byte @Nullable [] totpSecret, long totpLastStep,
			SignIn.State state, int version, @Nullable Instant lastSignedInAt) {

		PersonId person() {
			return new PersonId(this.personId);
		}

	}

}
