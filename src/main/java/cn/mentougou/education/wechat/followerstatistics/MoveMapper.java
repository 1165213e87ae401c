package cn.mentougou.education.wechat.followerstatistics;

import java.time.LocalDate;
import java.util.List;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The comings and goings. */
@Mapper
interface MoveMapper {

	@Select("""
			SELECT on_day AS name, SUM(kind = 'FOLLOWED') AS followed, SUM(kind = 'UNFOLLOWED') AS unfollowed
			FROM follower_move
			WHERE app_id = #{appId}
			AND on_day BETWEEN #{from} AND #{until}
			GROUP BY on_day
			ORDER BY on_day
			""")
	List<Sum> byDay(@Param("appId") String appId, @Param("from") LocalDate from, @Param("until") LocalDate until);

	@Select("""
			SELECT way AS name, SUM(kind = 'FOLLOWED') AS followed, SUM(kind = 'UNFOLLOWED') AS unfollowed
			FROM follower_move
			WHERE app_id = #{appId}
			AND on_day BETWEEN #{from} AND #{until}
			GROUP BY way
			ORDER BY followed DESC, way
			""")
	List<Sum> byWay(@Param("appId") String appId, @Param("from") LocalDate from, @Param("until") LocalDate until);

	@Select("""
			SELECT scene AS name, SUM(kind = 'FOLLOWED') AS followed, SUM(kind = 'UNFOLLOWED') AS unfollowed
			FROM follower_move
			WHERE app_id = #{appId}
			AND on_day BETWEEN #{from} AND #{until}
			GROUP BY scene
			ORDER BY followed DESC, scene
			""")
	List<Sum> byScene(@Param("appId") String appId, @Param("from") LocalDate from, @Param("until") LocalDate until);

	/** How many followed at the end of a day. */
	@Select("""
			SELECT COALESCE(SUM(CASE kind WHEN 'FOLLOWED' THEN 1 ELSE -1 END), 0)
			FROM follower_move
			WHERE app_id = #{appId}
			AND on_day <= #{day}
			""")
	long following(@Param("appId") String appId, @Param("day") LocalDate day);

	@Insert("""
			INSERT INTO follower_move (app_id, on_day, kind, way, scene, follower_id)
			VALUES (#{appId}, #{day}, 'FOLLOWED', '', #{scene}, #{follower})
			""")
	int follow(@Param("appId") String appId, @Param("day") LocalDate day, @Param("scene") String scene,
			@Param("follower") long follower);

	/** Goes as the person came. */
	@Insert("""
			INSERT INTO follower_move (app_id, on_day, kind, way, scene, follower_id)
			SELECT app_id, #{day}, 'UNFOLLOWED', way, scene, follower_id
			FROM follower_move
			WHERE follower_id = #{follower}
			AND kind = 'FOLLOWED'
			ORDER BY id DESC
			LIMIT 1
			""")
	int unfollow(@Param("day") LocalDate day, @Param("follower") long follower);

	/** What the platform tells later about the last coming. */
	@Update("""
			UPDATE follower_move
			SET on_day = #{day}, way = #{way}, scene = COALESCE(#{scene}, scene)
			WHERE follower_id = #{follower}
			AND kind = 'FOLLOWED'
			ORDER BY id DESC
			LIMIT 1
			""")
	int tell(@Param("follower") long follower, @Param("day") LocalDate day, @Param("way") String way,
			@Param("scene") @Nullable String scene);

	@Update("""
			UPDATE follower_move
			SET follower_id = NULL
			WHERE follower_id = #{follower}
			""")
	int forget(@Param("follower") long follower);

	/** Comings and goings of one day, way or scene. */
	record Sum(String name, long followed, long unfollowed) {
	}

}
