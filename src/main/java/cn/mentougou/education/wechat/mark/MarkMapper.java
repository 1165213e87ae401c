package cn.mentougou.education.wechat.mark;

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

/** What the platform is still to do for followers. */
@Mapper
interface MarkMapper {

	@Select("""
			SELECT id, app_id, follower_id, kind, tag_id, remark, state, reason, version, attempts, asked_at
			FROM mark_order
			WHERE app_id = #{appId}
			AND state = 'WAITING'
			AND due_at <= #{now}
			ORDER BY due_at, id
			LIMIT 1
			""")
	Optional<Row> first(@Param("appId") String appId, @Param("now") Instant now);

	/** Those that go by the same call. */
	@Select("""
			SELECT id, app_id, follower_id, kind, tag_id, remark, state, reason, version, attempts, asked_at
			FROM mark_order
			WHERE app_id = #{head.appId}
			AND kind = #{head.kind}
			AND tag_id = #{head.tagId}
			AND state = 'WAITING'
			AND due_at <= #{now}
			AND reason = ''
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Row> alike(@Param("head") Row head, @Param("now") Instant now, @Param("limit") int limit);

	@Select("""
			SELECT id, app_id, follower_id, kind, tag_id, remark, state, reason, version, attempts, asked_at
			FROM mark_order
			WHERE follower_id = #{follower}
			ORDER BY id
			""")
	List<Row> of(@Param("follower") long follower);

	@Select("""
			SELECT id, app_id, follower_id, kind, tag_id, remark, state, reason, version, attempts, asked_at
			FROM mark_order
			WHERE id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Row> after(@Param("after") long after, @Param("limit") int limit);

	@Select("""
			<script>
			SELECT DISTINCT follower_id
			FROM mark_order
			WHERE state = 'WAITING'
			AND follower_id IN
			<foreach collection="followers" item="follower" open="(" separator="," close=")">#{follower}</foreach>
			</script>
			""")
	List<Long> waitingAmong(@Param("followers") Collection<Long> followers);

	@Select("""
			SELECT COUNT(*)
			FROM mark_order
			WHERE app_id = #{appId}
			AND state = #{state}
			""")
	int count(@Param("appId") String appId, @Param("state") String state);

	/** A later wish about the same takes the place of an earlier one. */
	@Insert("""
			INSERT INTO mark_order (app_id, follower_id, target, kind, tag_id, remark, state, reason, version, attempts,
				due_at, asked_at)
			VALUES (#{appId}, #{wish.follower}, #{wish.target}, #{wish.kind}, #{wish.tagId}, #{wish.remark}, 'WAITING',
				'', 1, 0, #{at}, #{at})
			ON DUPLICATE KEY UPDATE kind = VALUES(kind), remark = VALUES(remark), state = 'WAITING', reason = '',
				version = version + 1, attempts = 0, due_at = VALUES(due_at), asked_at = VALUES(asked_at)
			""")
	int wish(@Param("appId") String appId, @Param("wish") Wish wish, @Param("at") Instant at);

	/** Tried in vain; it stays, unless another wish took its place. */
	@Update("""
			UPDATE mark_order
			SET reason = #{reason}, attempts = attempts + 1, due_at = #{dueAt}
			WHERE id = #{row.id}
			AND version = #{row.version}
			""")
	int postpone(@Param("row") Row row, @Param("reason") String reason, @Param("dueAt") Instant dueAt);

	@Update("""
			UPDATE mark_order
			SET state = 'REFUSED', reason = #{reason}
			WHERE id = #{row.id}
			AND version = #{row.version}
			""")
	int refuse(@Param("row") Row row, @Param("reason") String reason);

	@Update("""
			UPDATE mark_order
			SET remark = #{after}
			WHERE id = #{id}
			AND remark = #{before}
			""")
	int exchangeRemark(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Delete("""
			DELETE FROM mark_order
			WHERE id = #{row.id}
			AND version = #{row.version}
			""")
	int done(@Param("row") Row row);

	@Delete("""
			DELETE FROM mark_order
			WHERE follower_id = #{follower}
			AND state = 'REFUSED'
			""")
	int dismiss(@Param("follower") long follower);

	@Delete("""
			DELETE FROM mark_order
			WHERE follower_id = #{follower}
			""")
	int forget(@Param("follower") long follower);

	/** A wish as it is stored; the remark is sealed. */
	record Row(long id, String appId, long followerId, MarkKind kind, int tagId, byte @Nullable [] remark, String state,
			String reason, int version, int attempts, Instant askedAt) {
	}

	/** A new wish; of one target there is one. */
	record Wish(long follower, String target, MarkKind kind, int tagId, byte @Nullable [] remark) {
	}

}
