package cn.mentougou.education.wechat.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;

/** Table {@code web_session}. */
@Mapper
interface WebSessionMapper {

	@Select("""
			SELECT id, app_id, person, open_id, follower_id, device, started_at, ends_at, ended_at, ending
			FROM web_session
			WHERE id = #{id}
			""")
	Optional<Row> find(long id);

	@Select("""
			SELECT id, app_id, person, open_id, follower_id, device, started_at, ends_at, ended_at, ending
			FROM web_session
			WHERE person = #{person}
			ORDER BY id
			""")
	List<Row> ofPerson(byte[] person);

	@Select("""
			SELECT id, app_id, person, open_id, follower_id, device, started_at, ends_at, ended_at, ending
			FROM web_session
			WHERE id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Row> listAfter(@Param("after") long after, @Param("limit") int limit);

	@Select("""
			SELECT id, app_id, person, open_id, follower_id, device, started_at, ends_at, ended_at, ending
			FROM web_session
			WHERE started_at < #{before} AND id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Row> startedBefore(@Param("before") Instant before, @Param("after") long after, @Param("limit") int limit);

	@Insert("""
			INSERT INTO web_session (app_id, person, open_id, follower_id, device, started_at, ends_at)
			VALUES (#{row.appId}, #{row.person}, #{row.openId}, #{row.followerId}, #{row.device}, #{row.startedAt},
				#{row.endsAt})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Row row, @Param("key") GeneratedKey key);

	/** Inserts the session and returns its number. */
	default long insert(Row row) {
		GeneratedKey key = new GeneratedKey();
		insert(row, key);
		return key.getValue();
	}

	@Update("""
			UPDATE web_session
			SET ended_at = #{at}, ending = #{ending}, open_id = NULL
			WHERE id = #{id} AND ended_at IS NULL
			""")
	int end(@Param("id") long id, @Param("ending") String ending, @Param("at") Instant at);

	@Update("""
			UPDATE web_session
			SET ended_at = #{at}, ending = #{ending}, open_id = NULL
			WHERE person = #{person} AND ended_at IS NULL
			""")
	int endOfPerson(@Param("person") byte[] person, @Param("ending") String ending, @Param("at") Instant at);

	@Update("""
			UPDATE web_session
			SET ended_at = #{at}, ending = #{ending}, open_id = NULL
			WHERE follower_id = #{follower} AND ended_at IS NULL
			""")
	int endOfFollower(@Param("follower") long follower, @Param("ending") String ending, @Param("at") Instant at);

	/** Takes the openid away where the session is over by the clock. */
	@Update("""
			UPDATE web_session
			SET ended_at = #{now}, ending = #{ending}, open_id = NULL
			WHERE started_at < #{startedBefore} AND ends_at <= #{now} AND ended_at IS NULL
			""")
	int endOver(@Param("startedBefore") Instant startedBefore, @Param("ending") String ending,
			@Param("now") Instant now);

	@Update("""
			UPDATE web_session
			SET open_id = #{after}
			WHERE id = #{id} AND open_id = #{before}
			""")
	int exchange(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Delete("""
			DELETE FROM web_session
			WHERE id = #{id}
			""")
	int delete(long id);

	@Delete("""
			DELETE FROM web_session
			WHERE person = #{person}
			""")
	int deleteOfPerson(byte[] person);

	@Delete("""
			DELETE FROM web_session
			WHERE follower_id = #{follower}
			""")
	int deleteOfFollower(long follower);

	/** One session. */
	record Row(long id, String appId, byte[] person, byte @Nullable [] openId, @Nullable Long followerId, String device,
			Instant startedAt, Instant endsAt, @Nullable Instant endedAt, @Nullable String ending) {
	}

}
