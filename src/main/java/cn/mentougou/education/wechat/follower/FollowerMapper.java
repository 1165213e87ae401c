package cn.mentougou.education.wechat.follower;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The followers, as the platform's events and the desks see them. */
@Mapper
interface FollowerMapper {

	@Select("""
			SELECT id, app_id, person, remark, state, blocked, since, state_at, way, scene, profile_at
			FROM wechat_follower
			WHERE id = #{id.value}
			""")
	Optional<Row> find(@Param("id") FollowerId id);

	@Select("""
			SELECT id, app_id, person, remark, state, blocked, since, state_at, way, scene, profile_at
			FROM wechat_follower
			WHERE person = #{person}
			""")
	Optional<Row> findPerson(@Param("person") byte[] person);

	@Select("""
			SELECT person, open_id
			FROM wechat_follower
			WHERE id = #{id.value}
			""")
	Optional<Named> name(@Param("id") FollowerId id);

	@Select("""
			<script>
			SELECT id, app_id, person, remark, state, blocked, since, state_at, way, scene, profile_at
			FROM wechat_follower
			WHERE id IN
			<foreach collection="ids" item="id" open="(" separator="," close=")">#{id.value}</foreach>
			</script>
			""")
	List<Row> byIds(@Param("ids") Collection<FollowerId> ids);

	/** One page, read along the index that ends with since and id. */
	@Select("""
			<script>
			SELECT id, app_id, person, remark, state, blocked, since, state_at, way, scene, profile_at
			FROM wechat_follower
			<where>
				app_id = #{appId}
				<if test="state != null">AND state = #{state}</if>
				<if test="blocked">AND blocked = TRUE</if>
				<if test="scene != null">AND scene = #{scene}</if>
				<if test="from != null">AND since >= #{from}</if>
				<if test="until != null">AND since &lt; #{until}</if>
				<if test="after != null">
				AND since &lt;= #{afterSince}
				AND (since &lt; #{afterSince} OR id &lt; #{afterId})
				</if>
			</where>
			ORDER BY since DESC, id DESC
			LIMIT #{limit}
			</script>
			""")
	List<Row> list(FollowerSearch search);

	/** The same among those who wear a tag, read along the tag's index. */
	@Select("""
			<script>
			SELECT f.id, f.app_id, f.person, f.remark, f.state, f.blocked, f.since, f.state_at, f.way,
				f.scene, f.profile_at
			FROM follower_tag t
			STRAIGHT_JOIN wechat_follower f ON f.id = t.follower_id
			<where>
				t.app_id = #{appId}
				AND t.tag_id = #{tagId}
				<if test="state != null">AND f.state = #{state}</if>
				<if test="blocked">AND f.blocked = TRUE</if>
				<if test="scene != null">AND f.scene = #{scene}</if>
				<if test="from != null">AND t.since >= #{from}</if>
				<if test="until != null">AND t.since &lt; #{until}</if>
				<if test="after != null">
				AND t.since &lt;= #{afterSince}
				AND (t.since &lt; #{afterSince} OR t.follower_id &lt; #{afterId})
				</if>
			</where>
			ORDER BY t.since DESC, t.follower_id DESC
			LIMIT #{limit}
			</script>
			""")
	List<Row> listTagged(FollowerSearch search);

	@Select("""
			SELECT tag_id
			FROM follower_tag
			WHERE follower_id = #{id.value}
			ORDER BY tag_id
			""")
	List<Integer> tagsOf(@Param("id") FollowerId id);

	@Select("""
			SELECT COUNT(*)
			FROM follower_tag
			WHERE app_id = #{appId}
			AND tag_id = #{tagId}
			""")
	int countWearing(@Param("appId") String appId, @Param("tagId") int tagId);

	@Select("""
			SELECT id, person, open_id, union_id, remark
			FROM wechat_follower
			WHERE id = #{id.value}
			""")
	Optional<Secrets> secrets(@Param("id") FollowerId id);

	/** Makes the person known; what is known stays as it is. */
	@Insert("""
			INSERT INTO wechat_follower (app_id, person, open_id, state, blocked, since, state_at, profile_due,
				profile_withdrawn, marked_at, listed_in)
			VALUES (#{appId}, #{person}, #{openId}, 'UNFOLLOWED', FALSE, '2011-01-01', '2011-01-01', FALSE,
				FALSE, '2011-01-01', 0)
			ON DUPLICATE KEY UPDATE person = VALUES(person)
			""")
	int meet(@Param("appId") String appId, @Param("person") byte[] person, @Param("openId") byte[] openId);

	@Update("""
			UPDATE wechat_follower
			SET state = 'FOLLOWING', since = #{at}, state_at = #{at}, way = NULL, scene = #{scene},
				profile_due = TRUE, profile_withdrawn = FALSE
			WHERE person = #{person}
			AND state = 'UNFOLLOWED'
			AND state_at <= #{at}
			""")
	int follow(@Param("person") byte[] person, @Param("scene") @Nullable String scene, @Param("at") Instant at);

	/**
	 * The event of somebody who became known a moment before, or whose leaving was lost.
	 */
	@Update("""
			UPDATE wechat_follower
			SET state_at = #{at}, scene = COALESCE(#{scene}, scene), profile_due = TRUE
			WHERE person = #{person}
			AND state = 'FOLLOWING'
			AND state_at <= #{at}
			""")
	int followAgain(@Param("person") byte[] person, @Param("scene") @Nullable String scene, @Param("at") Instant at);

	@Update("""
			UPDATE wechat_follower
			SET state = 'UNFOLLOWED', state_at = #{at}, profile_due = FALSE
			WHERE person = #{person}
			AND state = 'FOLLOWING'
			AND state_at <= #{at}
			""")
	int unfollow(@Param("person") byte[] person, @Param("at") Instant at);

	/** So that an event from before is known to be late. */
	@Update("""
			UPDATE wechat_follower
			SET state_at = #{at}
			WHERE person = #{person}
			AND state = 'UNFOLLOWED'
			AND state_at < #{at}
			""")
	int noteUnfollow(@Param("person") byte[] person, @Param("at") Instant at);

	@Update("""
			UPDATE wechat_follower
			SET union_id = NULL, way = NULL, profile_at = NULL, profile_due = (state = 'FOLLOWING'),
				profile_withdrawn = (profile_withdrawn OR #{withdrawn})
			WHERE person = #{person}
			""")
	int revokeProfile(@Param("person") byte[] person, @Param("withdrawn") boolean withdrawn);

	@Update("""
			UPDATE wechat_follower
			SET blocked = #{blocked}, marked_at = #{at}
			WHERE id = #{id.value}
			""")
	int block(@Param("id") FollowerId id, @Param("blocked") boolean blocked, @Param("at") Instant at);

	@Update("""
			UPDATE wechat_follower
			SET remark = #{remark}, marked_at = #{at}
			WHERE id = #{id.value}
			""")
	int remark(@Param("id") FollowerId id, @Param("remark") byte @Nullable [] remark, @Param("at") Instant at);

	@Update("""
			UPDATE wechat_follower
			SET marked_at = #{at}
			WHERE id = #{id.value}
			""")
	int mark(@Param("id") FollowerId id, @Param("at") Instant at);

	@Insert("""
			INSERT INTO follower_tag (follower_id, tag_id, app_id, since)
			SELECT id, #{tagId}, app_id, since
			FROM wechat_follower
			WHERE id = #{id.value}
			ON DUPLICATE KEY UPDATE since = VALUES(since)
			""")
	int putOn(@Param("id") FollowerId id, @Param("tagId") int tagId);

	@Delete("""
			DELETE FROM follower_tag
			WHERE follower_id = #{id.value}
			AND tag_id = #{tagId}
			""")
	int takeOff(@Param("id") FollowerId id, @Param("tagId") int tagId);

	@Delete("""
			DELETE FROM follower_tag
			WHERE app_id = #{appId}
			AND tag_id = #{tagId}
			LIMIT #{limit}
			""")
	int takeOffAll(@Param("appId") String appId, @Param("tagId") int tagId, @Param("limit") int limit);

	@Update("""
			UPDATE follower_tag
			SET since = #{since}
			WHERE follower_id = #{id}
			""")
	int moveTags(@Param("id") long id, @Param("since") Instant since);

	/** A follower as a list shows it; sealed. */
	record Row(long id, String appId, byte[] person, byte @Nullable [] remark, FollowerState state, boolean blocked,
			Instant since, Instant stateAt, @Nullable String way, @Nullable String scene, @Nullable Instant profileAt) {
	}

	/** Whose row it is. */
	record Named(byte[] person, byte[] openId) {
	}

	/** Everything that is sealed in a row. */
	record Secrets(long id, byte[] person, byte[] openId, byte @Nullable [] unionId, byte @Nullable [] remark) {
	}

}
