package cn.mentougou.education.wechat.unanswered;

import java.time.Instant;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;

/** Table {@code unanswered_message}. */
@Mapper
interface UnansweredMapper {

	@Select("""
			SELECT id
			FROM unanswered_message
			WHERE message_key = #{messageKey}
			""")
	Optional<Long> find(@Param("messageKey") byte[] messageKey);

	@Select("""
			SELECT MIN(asked_at)
			FROM unanswered_message
			WHERE dialogue_id = #{dialogue}
			AND state = 'OPEN'
			""")
	@Nullable Instant findOpenSince(@Param("dialogue") long dialogue);

	/**
	 * 附表三, row 网上咨询数, is {@code asked} or {@code occasions}, as the report's note says.
	 */
	@Select("""
			<script>
			SELECT
				(SELECT COUNT(*) FROM unanswered_message
					WHERE asked_at &lt; #{from} AND (settled_at IS NULL OR settled_at &gt;= #{from})
					<if test="appId != null">AND app_id = #{appId}</if>) AS open_before,
				(SELECT COUNT(*) FROM unanswered_message
					WHERE asked_at &gt;= #{from} AND asked_at &lt; #{until}
					<if test="appId != null">AND app_id = #{appId}</if>) AS asked,
				(SELECT COUNT(DISTINCT dialogue_id, occasion) FROM unanswered_message
					WHERE asked_at &gt;= #{from} AND asked_at &lt; #{until}
					<if test="appId != null">AND app_id = #{appId}</if>) AS occasions,
				(SELECT COUNT(*) FROM unanswered_message
					WHERE settled_at &gt;= #{from} AND settled_at &lt; #{until} AND state = 'ANSWERED'
					<if test="appId != null">AND app_id = #{appId}</if>) AS answered,
				(SELECT COUNT(*) FROM unanswered_message
					WHERE settled_at &gt;= #{from} AND settled_at &lt; #{until} AND state = 'SET_ASIDE'
					<if test="appId != null">AND app_id = #{appId}</if>) AS set_aside,
				(SELECT COUNT(*) FROM unanswered_message
					WHERE asked_at &lt; #{until} AND (settled_at IS NULL OR settled_at &gt;= #{until})
					<if test="appId != null">AND app_id = #{appId}</if>) AS open_after
			</script>
			""")
	Figures figures(@Param("from") Instant from, @Param("until") Instant until, @Param("appId") @Nullable String appId);

	@Insert("""
			INSERT INTO unanswered_message (message_key, channel, app_id, kind, dialogue_id, occasion, asked_at, state)
			VALUES (#{row.messageKey}, #{row.channel}, #{row.appId}, #{row.kind}, #{row.dialogueId}, #{row.occasion},
				#{row.askedAt}, 'OPEN')
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Row row, @Param("key") GeneratedKey key);

	/** Inserts the row and returns its number. */
	default long insert(Row row) {
		GeneratedKey key = new GeneratedKey();
		insert(row, key);
		return key.getValue();
	}

	@Update("""
			UPDATE unanswered_message
			SET state = #{to}, settled_by = #{by}, settled_at = #{at}
			WHERE dialogue_id = #{dialogue}
			AND state = 'OPEN'
			AND id <= #{upTo}
			""")
	int settle(@Param("dialogue") long dialogue, @Param("upTo") long upTo, @Param("to") UnansweredState to,
			@Param("by") long by, @Param("at") Instant at);

	/** A message that is counted. */
	record Row(byte[] messageKey, String channel, String appId, String kind, long dialogueId, int occasion,
			Instant askedAt) {
	}

}
