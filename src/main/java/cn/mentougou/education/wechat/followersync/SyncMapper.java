package cn.mentougou.education.wechat.followersync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** How the comparisons stand. Whoever changes one names the version that was read. */
@Mapper
interface SyncMapper {

	@Select("""
			SELECT app_id, run, step, place, position, due_at, started_at, ended_at, listed, found, gone, total,
				asked_on, asked, trouble, version
			FROM follower_sync
			WHERE app_id = #{appId}
			""")
	Optional<SyncState> find(@Param("appId") String appId);

	@Select("""
			SELECT app_id, run, step, place, position, due_at, started_at, ended_at, listed, found, gone, total,
				asked_on, asked, trouble, version
			FROM follower_sync
			ORDER BY app_id
			""")
	List<SyncState> all();

	@Insert("""
			INSERT INTO follower_sync (app_id, run, step, position, due_at, listed, found, gone, total, asked, trouble,
				version)
			VALUES (#{appId}, 0, 'RESTING', 0, #{dueAt}, 0, 0, 0, 0, 0, '', 0)
			ON DUPLICATE KEY UPDATE app_id = VALUES(app_id)
			""")
	int insert(@Param("appId") String appId, @Param("dueAt") Instant dueAt);

	@Update("""
			UPDATE follower_sync
			SET run = run + 1, step = 'LISTING', place = NULL, position = 0, started_at = #{at}, listed = 0, found = 0,
				gone = 0, total = 0, trouble = '', version = version + 1
			WHERE app_id = #{state.appId}
			AND version = #{state.version}
			""")
	int begin(@Param("state") SyncState state, @Param("at") Instant at);

	/** Before each question, so that a crash loses none of the day's. */
	@Update("""
			UPDATE follower_sync
			SET asked = IF(asked_on = #{day}, asked + 1, 1), asked_on = #{day}, version = version + 1
			WHERE app_id = #{state.appId}
			AND version = #{state.version}
			""")
	int ask(@Param("state") SyncState state, @Param("day") LocalDate day);

	@Update("""
			UPDATE follower_sync
			SET place = #{place}, listed = listed + #{count.listed}, found = found + #{count.found},
				total = #{count.total}, trouble = '', version = version + 1
			WHERE app_id = #{state.appId}
			AND version = #{state.version}
			""")
	int listed(@Param("state") SyncState state, @Param("place") byte @Nullable [] place, @Param("count") Count count);

	@Update("""
			UPDATE follower_sync
			SET place = #{place}, trouble = #{trouble}, version = version + 1
			WHERE app_id = #{state.appId}
			AND version = #{state.version}
			""")
	int stepBack(@Param("state") SyncState state, @Param("place") byte @Nullable [] place,
			@Param("trouble") String trouble);

	@Update("""
			UPDATE follower_sync
			SET step = #{step}, place = NULL, position = 0, trouble = '', version = version + 1
			WHERE app_id = #{state.appId}
			AND version = #{state.version}
			""")
	int goOn(@Param("state") SyncState state, @Param("step") SyncStep step);

	@Update("""
			UPDATE follower_sync
			SET position = #{position}, gone = gone + #{gone}, trouble = '', version = version + 1
			WHERE app_id = #{state.appId}
			AND version = #{state.version}
			""")
	int checked(@Param("state") SyncState state, @Param("position") long position, @Param("gone") int gone);

	@Update("""
			UPDATE follower_sync
			SET step = 'RESTING', place = NULL, ended_at = #{at}, due_at = #{dueAt}, trouble = #{trouble},
				version = version + 1
			WHERE app_id = #{state.appId}
			AND version = #{state.version}
			""")
	int end(@Param("state") SyncState state, @Param("at") @Nullable Instant at, @Param("dueAt") Instant dueAt,
			@Param("trouble") String trouble);

	@Update("""
			UPDATE follower_sync
			SET due_at = #{dueAt}, trouble = #{trouble}, version = version + 1
			WHERE app_id = #{state.appId}
			AND version = #{state.version}
			""")
	int postpone(@Param("state") SyncState state, @Param("dueAt") Instant dueAt, @Param("trouble") String trouble);

	/** Not while one is under way. */
	@Update("""
			UPDATE follower_sync
			SET due_at = #{at}, version = version + 1
			WHERE app_id = #{appId}
			AND step = 'RESTING'
			""")
	int wish(@Param("appId") String appId, @Param("at") Instant at);

	@Update("""
			UPDATE follower_sync
			SET place = #{after}
			WHERE app_id = #{appId}
			AND place = #{before}
			""")
	int exchangePlace(@Param("appId") String appId, @Param("before") byte[] before, @Param("after") byte[] after);

	/** What a page of the list came to. */
	record Count(long listed, long found, long total) {
	}

}
