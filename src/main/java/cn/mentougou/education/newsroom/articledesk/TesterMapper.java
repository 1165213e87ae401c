package cn.mentougou.education.newsroom.articledesk;

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

/** Table {@code article_tester}. */
@Mapper
interface TesterMapper {

	@Select("""
			SELECT id, staff_id, app_id, follower_id, registered_at
			FROM article_tester
			WHERE id = #{id}
			""")
	Optional<Row> find(@Param("id") long id);

	@Select("""
			SELECT id, staff_id, app_id, follower_id, registered_at
			FROM article_tester
			WHERE follower_id IS NOT NULL
			ORDER BY app_id, id
			LIMIT 200
			""")
	List<Row> list();

	@Select("""
			SELECT id, staff_id, app_id, follower_id, registered_at
			FROM article_tester
			WHERE follower_id = #{follower}
			""")
	List<Row> ofFollower(@Param("follower") long follower);

	/**
	 * A new code for this person's phone; the phone that is registered stays until then.
	 */
	@Insert("""
			INSERT INTO article_tester (staff_id, app_id, follower_id, code_index, code_until, registered_at)
			VALUES (#{staff}, #{appId}, NULL, #{code}, #{until}, NULL)
			ON DUPLICATE KEY UPDATE code_index = #{code}, code_until = #{until}
			""")
	void invite(@Param("staff") long staff, @Param("appId") String appId, @Param("code") byte[] code,
			@Param("until") Instant until);

	/** Uses a code up. */
	@Update("""
			UPDATE article_tester
			SET follower_id = #{follower}, registered_at = #{now}, code_index = NULL
			WHERE code_index = #{code}
			AND app_id = #{appId}
			AND code_until > #{now}
			""")
	int register(@Param("code") byte[] code, @Param("appId") String appId, @Param("follower") long follower,
			@Param("now") Instant now);

	@Delete("""
			DELETE FROM article_tester
			WHERE id = #{id}
			""")
	int delete(@Param("id") long id);

	/** Not of these followers, if there are any. */
	@Delete("""
			<script>
			DELETE FROM article_tester
			WHERE registered_at &lt; #{before}
			<if test="!held.isEmpty()">AND follower_id NOT IN <foreach collection="held" item="one" open="(" separator="," close=")">#{one}</foreach></if>
			ORDER BY id
			LIMIT #{limit}
			</script>
			""")
	int deleteBefore(@Param("before") Instant before, @Param("held") List<Long> held, @Param("limit") int limit);

	/** One phone of one member of the staff. */
	record Row(long id, long staffId, String appId, @Nullable Long followerId, @Nullable Instant registeredAt) {
	}

}
