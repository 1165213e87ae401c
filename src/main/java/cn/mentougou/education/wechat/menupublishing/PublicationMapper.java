package cn.mentougou.education.wechat.menupublishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.wechat.menupublishing.Publication.State;

/** The publications: at most one of an account is open. */
@Mapper
interface PublicationMapper {

	@Select("""
			SELECT id, app_id, version_id, plan_id, state, reason, rid, step, actor_id, begun_at, touched_at
			FROM menu_publication
			WHERE id = #{id}
			""")
	Optional<Publication> find(@Param("id") long id);

	@Select("""
			SELECT id, app_id, version_id, plan_id, state, reason, rid, step, actor_id, begun_at, touched_at
			FROM menu_publication
			WHERE app_id = #{appId}
			AND state = 'SENT'
			ORDER BY id DESC
			LIMIT 1
			""")
	Optional<Publication> findLive(@Param("appId") String appId);

	@Select("""
			SELECT id, app_id, version_id, plan_id, state, reason, rid, step, actor_id, begun_at, touched_at
			FROM menu_publication
			WHERE app_id = #{appId}
			ORDER BY id DESC
			LIMIT #{most}
			""")
	List<Publication> listLatest(@Param("appId") String appId, @Param("most") int most);

	@Select("""
			SELECT id, app_id, version_id, plan_id, state, reason, rid, step, actor_id, begun_at, touched_at
			FROM menu_publication
			WHERE open_app_id IS NOT NULL
			AND state = #{state}
			AND touched_at < #{before}
			ORDER BY id
			LIMIT 100
			""")
	List<Publication> listSilent(@Param("state") State state, @Param("before") Instant before);

	@Insert("""
			INSERT INTO menu_publication (app_id, open_app_id, version_id, plan_id, state, reason, rid, step, actor_id,
				begun_at, touched_at)
			VALUES (#{row.appId}, #{row.appId}, #{row.versionId}, #{row.planId}, 'SENDING', '', '', 0, #{row.actorId},
				#{row.begunAt}, #{row.begunAt})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value")
	void insert(@Param("row") Row row, @Param("key") GeneratedKey key);

	default long insert(Row row) {
		GeneratedKey key = new GeneratedKey();
		insert(row, key);
		return key.getValue();
	}

	/** Before each call: whoever was given up as dead stops here. */
	@Update("""
			UPDATE menu_publication
			SET step = #{step}, touched_at = #{now}
			WHERE id = #{id}
			AND state = 'SENDING'
			""")
	int touch(@Param("id") long id, @Param("step") int step, @Param("now") Instant now);

	@Update("""
			UPDATE menu_publication
			SET state = #{end.to}, reason = #{end.reason}, rid = #{end.rid}, step = #{end.step},
				touched_at = #{end.at}, open_app_id = CASE WHEN #{end.to} = 'UNKNOWN' THEN app_id ELSE NULL END
			WHERE id = #{end.id}
			AND state = #{end.from}
			""")
	int settle(@Param("end") Settlement end);

	/** The beginning of a publication. */
	record Row(String appId, long versionId, @Nullable Long planId, long actorId, Instant begunAt) {
	}

	/** What becomes of a publication. */
	record Settlement(long id, State from, State to, String reason, String rid, int step, Instant at) {
	}

}
