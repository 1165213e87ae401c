package cn.mentougou.education.wechat.replywindow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Tables {@code reply_window} and {@code reply_window_mark}. */
@Mapper
interface ReplyWindowMapper {

	@Select("""
			<script>
			SELECT person, kind, app_id, opened_at, closes_at, messages, rule
			FROM reply_window
			WHERE person IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach>
			</script>
			""")
	List<Row> list(@Param("people") List<byte[]> people);

	@Select("""
			SELECT owner, written_until
			FROM reply_window_mark
			ORDER BY written_until
			""")
	List<Mark> listMarks();

	/** Of two windows of a kind the younger one stays. */
	@Insert("""
			<script>
			INSERT INTO reply_window (person, kind, app_id, opened_at, closes_at, messages, rule)
			VALUES <foreach collection="rows" item="row" separator=",">
				(#{row.person}, #{row.kind}, #{row.appId}, #{row.openedAt}, #{row.closesAt}, #{row.messages}, #{row.rule})
			</foreach>
			ON DUPLICATE KEY UPDATE
				closes_at = CASE WHEN VALUES(opened_at) > opened_at THEN VALUES(closes_at) ELSE closes_at END,
				messages = CASE WHEN VALUES(opened_at) > opened_at THEN VALUES(messages) ELSE messages END,
				rule = CASE WHEN VALUES(opened_at) > opened_at THEN VALUES(rule) ELSE rule END,
				opened_at = GREATEST(opened_at, VALUES(opened_at))
			</script>
			""")
	int upsert(@Param("rows") List<Row> rows);

	@Insert("""
			INSERT INTO reply_window_mark (owner, written_until)
			VALUES (#{owner}, #{until})
			ON DUPLICATE KEY UPDATE written_until = GREATEST(written_until, VALUES(written_until))
			""")
	int mark(@Param("owner") String owner, @Param("until") Instant until);

	@Delete("""
			DELETE FROM reply_window_mark
			WHERE owner = #{owner}
			AND written_until <= #{until}
			""")
	int deleteMark(@Param("owner") String owner, @Param("until") Instant until);

	@Delete("""
			<script>
			DELETE FROM reply_window
			WHERE person IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach>
			</script>
			""")
	int delete(@Param("people") List<byte[]> people);

	/** Not of these people, if there are any. */
	@Delete("""
			<script>
			DELETE FROM reply_window
			WHERE closes_at &lt; #{before}
			<if test="!people.isEmpty()">AND person NOT IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach></if>
			ORDER BY closes_at
			LIMIT #{limit}
			</script>
			""")
	int deleteClosedBefore(@Param("before") Instant before, @Param("people") List<byte[]> people,
			@Param("limit") int limit);

	/** A window of a person, or the moment of unfollowing. */
	record Row(byte[] person, WindowKind kind, String appId, Instant openedAt, Instant closesAt, int messages,
			LocalDate rule) {
	}

	/** Until when an instance has written everything down. */
	record Mark(String owner, Instant writtenUntil) {
	}

}
