package cn.mentougou.education.wechat.personlink;

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

/** Table {@code person_link}. */
@Mapper
interface PersonLinkMapper {

	@Select("""
			SELECT id, follower_id, other_follower_id, union_index, text_version, agreed_at, linked_at, withdrawn_at
			FROM person_link
			WHERE follower_id = #{follower}
			""")
	Optional<Row> of(long follower);

	/** The link that names this follower on either side. */
	@Select("""
			SELECT id, follower_id, other_follower_id, union_index, text_version, agreed_at, linked_at, withdrawn_at
			FROM person_link
			WHERE (follower_id = #{follower} OR other_follower_id = #{follower})
			""")
	List<Row> naming(long follower);

	/** Those for whom the other account was not looked through yet. */
	@Select("""
			SELECT id, follower_id, other_follower_id, union_index, text_version, agreed_at, linked_at, withdrawn_at
			FROM person_link
			WHERE searched_at IS NULL AND withdrawn_at IS NULL AND union_index IS NOT NULL
			ORDER BY id
			LIMIT 1000
			""")
	List<Row> unsearched();

	@Select("""
			SELECT id, follower_id, other_follower_id, union_index, text_version, agreed_at, linked_at, withdrawn_at
			FROM person_link
			WHERE withdrawn_at < #{before} AND id > #{after}
			ORDER BY id
			LIMIT 100
			""")
	List<Row> withdrawnBefore(@Param("before") Instant before, @Param("after") long after);

	/** Notes the consent, or a new one after a withdrawal. */
	@Insert("""
			INSERT INTO person_link (follower_id, union_index, text_version, agreed_at)
			VALUES (#{follower}, #{unionIndex}, #{version}, #{at})
			ON DUPLICATE KEY UPDATE
				searched_at = NULL,
				linked_at = NULL,
				other_follower_id = NULL,
				union_index = #{unionIndex},
				text_version = #{version},
				agreed_at = #{at},
				withdrawn_at = NULL
			""")
	int agree(@Param("follower") long follower, @Param("unionIndex") byte @Nullable [] unionIndex,
			@Param("version") int version, @Param("at") Instant at);

	/** The platform told the person's unionid after the consent. */
	@Update("""
			UPDATE person_link
			SET union_index = #{unionIndex}, searched_at = NULL
			WHERE follower_id = #{follower} AND withdrawn_at IS NULL AND union_index IS NULL
			""")
	int know(@Param("follower") long follower, @Param("unionIndex") byte[] unionIndex);

	/** The other side was found. */
	@Update("""
			UPDATE person_link
			SET other_follower_id = #{other}, linked_at = #{at}
			WHERE union_index = #{unionIndex} AND withdrawn_at IS NULL AND other_follower_id IS NULL
			""")
	int join(@Param("unionIndex") byte[] unionIndex, @Param("other") long other, @Param("at") Instant at);

	@Update("""
			UPDATE person_link
			SET searched_at = #{at}
			WHERE id = #{id}
			""")
	int searched(@Param("id") long id, @Param("at") Instant at);

	/** Undoes it and keeps no more than that it was so. */
	@Update("""
			UPDATE person_link
			SET withdrawn_at = #{at}, other_follower_id = NULL, union_index = NULL, linked_at = NULL
			WHERE follower_id = #{follower} AND withdrawn_at IS NULL
			""")
	int withdraw(@Param("follower") long follower, @Param("at") Instant at);

	@Update("""
			UPDATE person_link
			SET other_follower_id = NULL, linked_at = NULL
			WHERE other_follower_id = #{other}
			""")
	int forgetOther(long other);

	@Delete("""
			DELETE FROM person_link
			WHERE follower_id = #{follower}
			""")
	int delete(long follower);

	/** One consent. */
	record Row(long id, long followerId, @Nullable Long otherFollowerId, byte @Nullable [] unionIndex, int textVersion,
			Instant agreedAt, @Nullable Instant linkedAt, @Nullable Instant withdrawnAt) {

		boolean isAgreed() {
			return this.withdrawnAt == null;
		}

	}

}
