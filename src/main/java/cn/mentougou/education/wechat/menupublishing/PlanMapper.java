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

import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.wechat.menupublishing.MenuPlan.State;

/** The planned switches. */
@Mapper
interface PlanMapper {

	@Select("""
			SELECT id, app_id, version_id, switch_at, state, reason, tries, next_try_at, actor_id
			FROM menu_plan
			WHERE id = #{id}
			""")
	Optional<MenuPlan> find(@Param("id") long id);

	@Select("""
			SELECT id, app_id, version_id, switch_at, state, reason, tries, next_try_at, actor_id
			FROM menu_plan
			WHERE app_id = #{appId}
			ORDER BY switch_at DESC, id DESC
			LIMIT 20
			""")
	List<MenuPlan> listLatest(@Param("appId") String appId);

	@Select("""
			SELECT id, app_id, version_id, switch_at, state, reason, tries, next_try_at, actor_id
			FROM menu_plan
			WHERE state = 'PLANNED'
			AND next_try_at <= #{now}
			ORDER BY switch_at, id
			LIMIT 100
			""")
	List<MenuPlan> listDue(@Param("now") Instant now);

	@Select("""
			SELECT COUNT(*)
			FROM menu_plan
			WHERE app_id = #{appId}
			AND state = 'PLANNED'
			AND switch_at = #{at}
			""")
	int countAt(@Param("appId") String appId, @Param("at") Instant at);

	@Insert("""
			INSERT INTO menu_plan (app_id, version_id, switch_at, state, reason, tries, next_try_at, actor_id, created_at)
			VALUES (#{row.appId}, #{row.versionId}, #{row.switchAt}, 'PLANNED', '', 0, #{row.switchAt}, #{row.actorId},
				#{row.createdAt})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value")
	void insert(@Param("row") Row row, @Param("key") GeneratedKey key);

	default long insert(Row row) {
		GeneratedKey key = new GeneratedKey();
		insert(row, key);
		return key.getValue();
	}

	/** Whoever puts off the next try may make this one. */
	@Update("""
			UPDATE menu_plan
			SET next_try_at = #{until}, tries = tries + 1
			WHERE id = #{id}
			AND state = 'PLANNED'
			AND next_try_at <= #{now}
			""")
	int claim(@Param("id") long id, @Param("now") Instant now, @Param("until") Instant until);

	@Update("""
			UPDATE menu_plan
			SET next_try_at = #{at}
			WHERE id = #{id}
			AND state = 'PLANNED'
			""")
	int putOff(@Param("id") long id, @Param("at") Instant at);

	@Update("""
			UPDATE menu_plan
			SET state = #{to}, reason = #{reason}, ended_at = #{at}
			WHERE id = #{id}
			AND state = 'PLANNED'
			""")
	int end(@Param("id") long id, @Param("to") State to, @Param("reason") String reason, @Param("at") Instant at);

	/** A new plan. */
	record Row(String appId, long versionId, Instant switchAt, long actorId, Instant createdAt) {
	}

}
