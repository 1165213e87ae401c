package cn.mentougou.education.wechat.menueditor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The automatic replies that were pulled, and what was decided about each. */
@Mapper
interface OldReplyMapper {

	@Select("""
			SELECT id, app_id, content
			FROM pulled_reply
			WHERE id = #{id}
			AND app_id = #{appId}
			AND state = 'OFFERED'
			""")
	Optional<Row> find(@Param("appId") String appId, @Param("id") long id);

	@Select("""
			SELECT id, app_id, content
			FROM pulled_reply
			WHERE app_id = #{appId}
			AND state = 'OFFERED'
			ORDER BY id
			LIMIT 300
			""")
	List<Row> listOffered(@Param("appId") String appId);

	/** One that was offered before is not offered again, whatever was decided. */
	@Insert("""
			INSERT IGNORE INTO pulled_reply (app_id, content, content_hash, state, pulled_at)
			VALUES (#{appId}, #{content}, #{hash}, 'OFFERED', #{at})
			""")
	int insert(@Param("appId") String appId, @Param("content") String content, @Param("hash") byte[] hash,
			@Param("at") Instant at);

	@Update("""
			UPDATE pulled_reply
			SET state = #{end.state}, decided_by = #{end.by}, decided_at = #{end.at}
			WHERE id = #{end.id}
			AND state = 'OFFERED'
			""")
	int decide(@Param("end") Decision end);

	/** One that waits for a decision. */
	record Row(long id, String appId, String content) {
	}

	/** What was decided: {@code TAKEN} or {@code DECLINED}. */
	record Decision(long id, String state, long by, Instant at) {
	}

}
