package cn.mentougou.education.wechat.follower;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The followers in long runs: compared with the platform, erased, sealed again. */
@Mapper
interface RollMapper {

	/** Since when whoever never followed follows: no account is as old. */
	Instant NEVER = Instant.parse("2011-01-01T16:00:00Z");

	@Select("""
			<script>
			SELECT id, person, state, since
			FROM wechat_follower
			WHERE person IN
			<foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach>
			</script>
			""")
	List<Known> known(@Param("people") Collection<byte[]> people);

	@Select("""
			SELECT id, person, open_id
			FROM wechat_follower
			WHERE app_id = #{appId}
			AND state = 'FOLLOWING'
			AND listed_in < #{run}
			AND state_at < #{before}
			AND id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Named> missing(@Param("appId") String appId, @Param("run") long run, @Param("before") Instant before,
			@Param("after") long after, @Param("limit") int limit);

	@Select("""
			SELECT id, person, open_id
			FROM wechat_follower
			WHERE app_id = #{appId}
			AND profile_due = TRUE
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Named> profileDue(@Param("appId") String appId, @Param("limit") int limit);

	@Select("""
			<script>
			SELECT id, person, state, state_at, marked_at, profile_withdrawn, since, remark
			FROM wechat_follower
			WHERE person IN
			<foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach>
			ORDER BY id
			FOR UPDATE
			</script>
			""")
	List<Standing> lock(@Param("people") Collection<byte[]> people);

	@Select("""
			SELECT id, person, open_id, union_id, remark
			FROM wechat_follower
			WHERE id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<FollowerMapper.Secrets> secretsAfter(@Param("after") long after, @Param("limit") int limit);

	@Select("""
			<script>
			SELECT id, person, open_id, union_id, remark
			FROM wechat_follower
			WHERE person IN
			<foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach>
			ORDER BY id
			</script>
			""")
	List<FollowerMapper.Secrets> secretsOf(@Param("people") Collection<byte[]> people);

	@Select("""
			SELECT id, app_id, person
			FROM wechat_follower
			WHERE state = 'UNFOLLOWED'
			AND state_at < #{before}
			AND id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Gone> unfollowedBefore(@Param("before") Instant before, @Param("after") long after, @Param("limit") int limit);

	@Select("""
			<script>
			SELECT follower_id, tag_id
			FROM follower_tag
			WHERE follower_id IN
			<foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
			</script>
			""")
	List<Worn> worn(@Param("ids") Collection<Long> ids);

	@Insert("""
			<script>
			INSERT INTO wechat_follower (app_id, person, open_id, state, blocked, since, state_at, profile_due,
				profile_withdrawn, marked_at, listed_in)
			VALUES
			<foreach collection="rows" item="row" separator=",">
			(#{appId}, #{row.person}, #{row.openId}, 'UNFOLLOWED', FALSE, '2011-01-01', '2011-01-01', FALSE,
				FALSE, '2011-01-01', 0)
			</foreach>
			ON DUPLICATE KEY UPDATE person = VALUES(person)
			</script>
			""")
	int meetAll(@Param("appId") String appId, @Param("rows") Collection<Met> rows);

	@Update("""
			<script>
			UPDATE wechat_follower
			SET listed_in = #{run}, profile_due = TRUE
			WHERE id IN
			<foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
			AND listed_in &lt; #{run}
			</script>
			""")
	int list(@Param("ids") Collection<Long> ids, @Param("run") long run);

	/** Known to follow from the platform's list, unless an event said otherwise later. */
	@Update("""
			<script>
			UPDATE wechat_follower
			SET state = 'FOLLOWING', since = #{at}, state_at = #{at}, way = NULL, scene = NULL, profile_due = TRUE
			WHERE id IN
			<foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
			AND state = 'UNFOLLOWED'
			AND state_at &lt;= #{at}
			</script>
			""")
	int found(@Param("ids") Collection<Long> ids, @Param("at") Instant at);

	@Update("""
			UPDATE wechat_follower
			SET since = #{row.since}, way = #{row.way}, scene = COALESCE(#{row.scene}, scene),
				union_id = #{row.unionId}, profile_due = FALSE, profile_at = #{row.at}
			WHERE id = #{id}
			""")
	int profile(@Param("id") long id, @Param("row") Told row);

	@Update("""
			UPDATE wechat_follower
			SET remark = #{remark}
			WHERE id = #{id}
			""")
	int remark(@Param("id") long id, @Param("remark") byte @Nullable [] remark);

	@Update("""
			UPDATE wechat_follower
			SET profile_due = FALSE
			WHERE id = #{id}
			""")
	int skipProfile(@Param("id") long id);

	@Update("""
			UPDATE wechat_follower
			SET blocked = #{blocked}
			WHERE person = #{person}
			AND blocked != #{blocked}
			AND marked_at < #{before}
			""")
	int block(@Param("person") byte[] person, @Param("blocked") boolean blocked, @Param("before") Instant before);

	@Update("""
			UPDATE wechat_follower
			SET open_id = #{after}
			WHERE id = #{id}
			AND open_id = #{before}
			""")
	int exchangeOpenId(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Update("""
			UPDATE wechat_follower
			SET union_id = #{after}
			WHERE id = #{id}
			AND union_id = #{before}
			""")
	int exchangeUnionId(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Update("""
			UPDATE wechat_follower
			SET remark = #{after}
			WHERE id = #{id}
			AND remark = #{before}
			""")
	int exchangeRemark(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	/** Erases whoever has not followed again meanwhile. */
	@Delete("""
			DELETE FROM wechat_follower
			WHERE id = #{id}
			AND state = 'UNFOLLOWED'
			AND state_at < #{before}
			""")
	int deleteUnfollowed(@Param("id") long id, @Param("before") Instant before);

	@Delete("""
			DELETE FROM wechat_follower
			WHERE id = #{id}
			""")
	int delete(@Param("id") long id);

	@Delete("""
			DELETE FROM follower_tag
			WHERE follower_id = #{id}
			""")
	int deleteTags(@Param("id") long id);

	/** Somebody by the look-up value. */
	record Known(long id, byte[] person, FollowerState state, Instant since) {
	}

	/** Somebody wears a tag. */
	record Worn(long followerId, int tagId) {
	}

	/** Somebody with the sealed openid. */
	record Named(long id, byte[] person, byte[] openId) {
	}

	/** Somebody new. */
	record Met(byte[] person, byte[] openId) {
	}

	/** Whose time is over. */
	record Gone(long id, String appId, byte[] person) {
	}

	/** How somebody stands while the platform's answer is taken over. */
	record Standing(long id, byte[] person, FollowerState state, Instant stateAt, Instant markedAt,
			boolean profileWithdrawn, Instant since, byte @Nullable [] remark) {
	}

	/** What the platform told. */
	record Told(Instant since, @Nullable String way, @Nullable String scene, byte @Nullable [] unionId, Instant at) {
	}

}
