package cn.mentougou.education.wechat.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The table dead_letter. */
@Mapper
interface DeadLetterMapper {

	@Select("""
			SELECT id, message_key, app_id, kind, reason, content, attempts, received_at, correlation_id
			FROM dead_letter
			WHERE id = #{id}
			AND state = 'OPEN'
			""")
	Optional<Row> findOpen(@Param("id") long id);

	@Select("""
			SELECT id, message_key, app_id, kind, reason, content, attempts, received_at, correlation_id
			FROM dead_letter
			WHERE state = 'OPEN'
			ORDER BY id DESC
			LIMIT #{limit}
			""")
	List<Row> listOpen(@Param("limit") int limit);

	@Select("""
			SELECT COUNT(*)
			FROM dead_letter
			WHERE state = 'OPEN'
			""")
	int countOpen();

	/** All of them, settled or not, in the order of their ids. */
	@Select("""
			SELECT id, message_key, app_id, kind, reason, content, attempts, received_at, correlation_id
			FROM dead_letter
			WHERE id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Row> listAfter(@Param("after") long after, @Param("limit") int limit);

	@Insert("""
			INSERT INTO dead_letter
			(message_key, app_id, kind, reason, content, state, attempts, received_at, correlation_id)
			VALUES (#{messageKey}, #{appId}, #{kind}, #{reason}, #{content}, 'OPEN', 1, #{receivedAt}, #{correlationId})
			ON DUPLICATE KEY UPDATE attempts = attempts + 1
			""")
	int insert(Row row);

	@Update("""
			UPDATE dead_letter
			SET state = 'SETTLED', attempts = attempts + 1
			WHERE id = #{id}
			AND state = 'OPEN'
			""")
	int settle(@Param("id") long id);

	@Update("""
			UPDATE dead_letter
			SET state = 'SET_ASIDE'
			WHERE id = #{id}
			AND state = 'OPEN'
			""")
	int setAside(@Param("id") long id);

	@Update("""
			UPDATE dead_letter
			SET attempts = attempts + 1, reason = #{reason}
			WHERE id = #{id}
			AND state = 'OPEN'
			""")
	int failAgain(@Param("id") long id, @Param("reason") String reason);

	@Update("""
			UPDATE dead_letter
			SET content = #{after}
			WHERE id = #{id}
			AND content = #{before}
			""")
	int exchangeContent(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Delete("""
			DELETE FROM dead_letter
			WHERE id = #{id}
			""")
	int delete(@Param("id") long id);

	@Delete("""
			DELETE FROM dead_letter
			WHERE received_at < #{before}
			ORDER BY received_at
			LIMIT #{limit}
			""")
	int deleteReceivedBefore(@Param("before") Instant before, @Param("limit") int limit);

	/** A dead letter's row; the content is sealed. */
	record Row(long id, byte[] messageKey, String appId, String kind, String reason, byte[] content, int attempts,
			Instant receivedAt, String correlationId) {
	}

}
