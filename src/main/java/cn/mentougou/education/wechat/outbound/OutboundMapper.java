package cn.mentougou.education.wechat.outbound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Table {@code outbound_message}. */
@Mapper
interface OutboundMapper {

	/** The message to this person that must be settled before any later one. */
	@Select("""
			SELECT id, message_key, app_id, person, open_id, content, reply_window, received_at, window_ends_at,
				state, attempts, due_at, correlation_id
			FROM outbound_message
			WHERE person = #{person}
			AND state IN ('NEW', 'SENDING')
			ORDER BY id
			LIMIT 1
			""")
	Optional<Row> findFirstUnsettled(@Param("person") byte[] person);

	/** People for whom something is due. */
	@Select("""
			SELECT DISTINCT person
			FROM outbound_message
			WHERE state = 'NEW'
			AND due_at <= #{now}
			LIMIT #{limit}
			""")
	List<byte[]> listPeopleDue(@Param("now") Instant now, @Param("limit") int limit);

	/** Messages whose sender has been silent too long. */
	@Select("""
			SELECT id
			FROM outbound_message
			WHERE state = 'SENDING'
			AND changed_at < #{before}
			LIMIT #{limit}
			""")
	List<Long> listAbandoned(@Param("before") Instant before, @Param("limit") int limit);

	/** All of them, or those to these people, in the order of their ids. */
	@Select("""
			<script>
			SELECT id, message_key, app_id, person, open_id, content, reply_window, received_at, window_ends_at,
				state, attempts, due_at, correlation_id
			FROM outbound_message
			WHERE id > #{after}
			<if test="!people.isEmpty()">AND person IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach></if>
			ORDER BY id
			LIMIT #{limit}
			</script>
			""")
	List<Row> listAfter(@Param("after") long after, @Param("people") List<byte[]> people, @Param("limit") int limit);

	/** What was spent of a window: what was sent, and what may have been. */
	@Select("""
			SELECT COUNT(*)
			FROM outbound_message
			WHERE person = #{person}
			AND reply_window = #{window}
			AND state IN ('SENT', 'UNKNOWN')
			AND changed_at >= #{since}
			""")
	int countSpent(@Param("person") byte[] person, @Param("window") ReplyWindow window, @Param("since") Instant since);

	@Insert("""
			INSERT INTO outbound_message (message_key, app_id, person, open_id, content, kind, reply_window,
				received_at, window_ends_at, state, reason, attempts, due_at, changed_at, created_at, correlation_id)
			VALUES (#{messageKey}, #{appId}, #{person}, #{openId}, #{content}, #{kind}, #{window},
				#{receivedAt}, #{windowEndsAt}, #{state}, #{reason}, 0, #{createdAt}, #{createdAt}, #{createdAt},
				#{correlationId})
			""")
	int insert(Intent intent);

	@Update("""
			UPDATE outbound_message
			SET state = 'SENDING', attempts = attempts + 1, changed_at = #{now}
			WHERE id = #{id}
			AND state = 'NEW'
			""")
	int claim(@Param("id") long id, @Param("now") Instant now);

	@Update("""
			UPDATE outbound_message
			SET state = #{to}, reason = #{reason}, changed_at = #{now}
			WHERE id = #{id}
			AND state = #{from}
			""")
	int settle(Settlement settlement);

	@Update("""
			UPDATE outbound_message
			SET state = 'NEW', reason = #{reason}, due_at = #{dueAt}, changed_at = #{now}
			WHERE id = #{id}
			AND state = 'SENDING'
			""")
	int postpone(@Param("id") long id, @Param("reason") String reason, @Param("dueAt") Instant dueAt,
			@Param("now") Instant now);

	/** Gives up what has not been sent to these people. */
	@Update("""
			<script>
			UPDATE outbound_message
			SET state = 'EXPIRED', reason = #{reason}, changed_at = #{now}
			WHERE state = 'NEW'
			AND person IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach>
			</script>
			""")
	int giveUp(@Param("people") List<byte[]> people, @Param("reason") String reason, @Param("now") Instant now);

	/** Erases who and what of these people, and keeps that something was sent. */
	@Update("""
			<script>
			UPDATE outbound_message
			SET open_id = NULL, content = NULL, person = #{nobody}
			WHERE state NOT IN ('NEW', 'SENDING')
			AND person IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach>
			LIMIT #{limit}
			</script>
			""")
	int forget(@Param("people") List<byte[]> people, @Param("nobody") byte[] nobody, @Param("limit") int limit);

	/**
	 * Erases who and what, and keeps that something was sent; not of these people, if
	 * there are any.
	 */
	@Update("""
			<script>
			UPDATE outbound_message
			SET open_id = NULL, content = NULL
			WHERE created_at &lt; #{before}
			AND state NOT IN ('NEW', 'SENDING')
			AND open_id IS NOT NULL
			<if test="!people.isEmpty()">AND person NOT IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach></if>
			ORDER BY created_at
			LIMIT #{limit}
			</script>
			""")
	int eraseContentBefore(@Param("before") Instant before, @Param("people") List<byte[]> people,
			@Param("limit") int limit);

	@Delete("""
			<script>
			DELETE FROM outbound_message
			WHERE created_at &lt; #{before}
			AND state NOT IN ('NEW', 'SENDING')
			<if test="!people.isEmpty()">AND person NOT IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach></if>
			ORDER BY created_at
			LIMIT #{limit}
			</script>
			""")
	int deleteBefore(@Param("before") Instant before, @Param("people") List<byte[]> people, @Param("limit") int limit);

	@Update("""
			UPDATE outbound_message
			SET open_id = #{after}
			WHERE id = #{id}
			AND open_id = #{before}
			""")
	int exchangeOpenId(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Update("""
			UPDATE outbound_message
			SET content = #{after}
			WHERE id = #{id}
			AND content = #{before}
			""")
	int exchangeContent(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	/** A message that waits or is being sent; open id and content are sealed. */
	record Row(long id, byte[] messageKey, String appId, byte[] person, byte @Nullable [] openId,
			byte @Nullable [] content, ReplyWindow replyWindow, Instant receivedAt, Instant windowEndsAt,
			SendState state, int attempts, Instant dueAt, String correlationId) {
	}

	/** A message to be written down. */
	record Intent(byte[] messageKey, String appId, byte[] person, byte[] openId, byte[] content, String kind,
			ReplyWindow window, Instant receivedAt, Instant windowEndsAt, SendState state, @Nullable String reason,
			Instant createdAt, String correlationId) {
	}

	/** How a message ends, if it still stands in {@code from}. */
	record Settlement(long id, SendState from, SendState to, @Nullable String reason, Instant now) {
	}

}
