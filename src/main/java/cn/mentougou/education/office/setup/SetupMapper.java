package cn.mentougou.education.office.setup;

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

/** The links of the first start. */
@Mapper
interface SetupMapper {

	@Select("""
			SELECT id, purpose, expires_at, used_at
			FROM setup_link
			WHERE word_hash = #{hash}
			""")
	Optional<Row> find(@Param("hash") byte[] hash);

	@Select("""
			SELECT COUNT(*)
			FROM setup_link
			WHERE browser_hash = #{hash}
			""")
	int countUsedBy(@Param("hash") byte[] hash);

	/** Whoever uses a link holds them all: uses follow one another. */
	@Select("""
			SELECT id
			FROM setup_link
			ORDER BY id
			FOR UPDATE
			""")
	List<Long> lockAll();

	@Insert("""
			INSERT INTO setup_link (purpose, word_hash, made_at, expires_at)
			VALUES (#{purpose}, #{hash}, #{at}, #{expiresAt})
			""")
	int insert(@Param("purpose") LinkPurpose purpose, @Param("hash") byte[] hash, @Param("at") Instant at,
			@Param("expiresAt") Instant expiresAt);

	@Update("""
			UPDATE setup_link
			SET used_at = #{at}, browser_hash = #{browser}
			WHERE id = #{id}
			AND used_at IS NULL
			AND expires_at > #{at}
			""")
	int use(@Param("id") long id, @Param("browser") byte @Nullable [] browser, @Param("at") Instant at);

	@Update("""
			UPDATE setup_link
			SET used_at = #{at}
			WHERE purpose = 'BEGINNING'
			AND used_at IS NULL
			""")
	int useAllBeginnings(@Param("at") Instant at);

	@Delete("""
			DELETE FROM setup_link
			WHERE purpose != 'BEGINNING'
			AND used_at IS NULL
			""")
	int removeUnusedOfAdministrators();

	/** A link as it is stored. */
	record Row(long id, LinkPurpose purpose, Instant expiresAt, @Nullable Instant usedAt) {
	}

}
