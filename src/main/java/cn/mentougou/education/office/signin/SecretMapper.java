package cn.mentougou.education.office.signin;

import java.time.Instant;
import java.util.List;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

import cn.mentougou.education.shared.PersonId;

/** The statements on former passwords and recovery codes. */
@Mapper
interface SecretMapper {

	@Select("""
			SELECT id, person_id, password_hash
			FROM sign_in_former_password
			WHERE person_id = #{person.value}
			ORDER BY id DESC
			LIMIT #{limit}
			""")
	List<Former> formerPasswords(@Param("person") PersonId person, @Param("limit") int limit);

	@Select("""
			SELECT id, person_id, password_hash
			FROM sign_in_former_password
			WHERE id > #{after}
			ORDER BY id
			LIMIT 100
			""")
	List<Former> allFormerPasswords(@Param("after") long after);

	@Select("""
			SELECT COUNT(*)
			FROM sign_in_recovery_code
			WHERE person_id = #{person.value} AND used_at IS NULL
			""")
	int countUnusedCodes(@Param("person") PersonId person);

	@Insert("""
			INSERT INTO sign_in_former_password (person_id, password_hash)
			VALUES (#{person.value}, #{hash})
			""")
	int insertFormerPassword(@Param("person") PersonId person, @Param("hash") byte[] hash);

	@Insert("""
			INSERT INTO sign_in_recovery_code (person_id, code_key)
			VALUES (#{person.value}, #{key})
			""")
	int insertCode(@Param("person") PersonId person, @Param("key") byte[] key);

	/** Of two who bring the same code, one finds it unused. */
	@Update("""
			UPDATE sign_in_recovery_code
			SET used_at = #{at}
			WHERE person_id = #{person.value} AND code_key = #{key} AND used_at IS NULL
			""")
	int useCode(@Param("person") PersonId person, @Param("key") byte[] key, @Param("at") Instant at);

	@Update("""
			UPDATE sign_in_former_password
			SET password_hash = #{after}
			WHERE id = #{id} AND password_hash = #{before}
			""")
	int exchangeFormerPassword(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Delete("""
			DELETE FROM sign_in_recovery_code
			WHERE person_id = #{person.value}
			""")
	int removeCodes(@Param("person") PersonId person);

	@Delete("""
			DELETE FROM sign_in_former_password
			WHERE person_id = #{person.value} AND id < #{before}
			""")
	int removeFormerPasswords(@Param("person") PersonId person, @Param("before") long before);

	/** One former password, sealed. */
	record Former(long id, long personId, byte[] passwordHash) {
	}

}
