package cn.mentougou.education.wechat.outbound;

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
import cn.mentougou.education.wechat.sender.Channel;

/** Table {@code outbound_message} as the desk writes and reads it. */
@Mapper
interface OutboundMapper {

	@Select("""
			SELECT id
			FROM outbound_message
			WHERE message_key = #{key}
			""")
	Optional<Long> findId(@Param("key") byte[] key);

	@Select("""
			SELECT id, message_key, app_id, person, open_id, content, kind, channel, purpose, state, reason, created_at,
				claimed_at, changed_at, send_before, bundled_into, platform_id, decision, correlation_id
			FROM outbound_message
			WHERE id = #{id}
			""")
	Optional<Row> find(@Param("id") long id);

	/** What a person was sent, newest first. */
	@Select("""
			SELECT id, message_key, app_id, person, open_id, content, kind, channel, purpose, state, reason, created_at,
				claimed_at, changed_at, send_before, bundled_into, platform_id, decision, correlation_id
			FROM outbound_message
			WHERE person = #{person}
			AND id < #{before}
			ORDER BY id DESC
			LIMIT #{limit}
			""")
	List<Row> listOf(@Param("person") byte[] person, @Param("before") long before, @Param("limit") int limit);

	/** What went out inside another message. */
	@Select("""
			SELECT id, message_key, app_id, person, open_id, content, kind, channel, purpose, state, reason, created_at,
				claimed_at, changed_at, send_before, bundled_into, platform_id, decision, correlation_id
			FROM outbound_message
			WHERE person = #{person}
			AND bundled_into = #{head}
			ORDER BY id
			""")
	List<Row> listInside(@Param("head") long head, @Param("person") byte[] person);

	/** What nobody knows and nobody has decided, oldest first. */
	@Select("""
			SELECT id, message_key, app_id, person, open_id, content, kind, channel, purpose, state, reason, created_at,
				claimed_at, changed_at, send_before, bundled_into, platform_id, decision, correlation_id
			FROM outbound_message
			WHERE state = 'UNKNOWN'
			AND decision IS NULL
			AND bundled_into IS NULL
			AND id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Row> listUndecided(@Param("after") long after, @Param("limit") int limit);

	@Select("""
			SELECT COUNT(*)
			FROM outbound_message
			WHERE state = 'UNKNOWN'
			AND decision IS NULL
			AND bundled_into IS NULL
			""")
	int countUndecided();

	/** All of them, or those to these people, in the order of their ids. */
	@Select("""
			<script>
			SELECT id, message_key, app_id, person, open_id, content, kind, channel, purpose, state, reason, created_at,
				claimed_at, changed_at, send_before, bundled_into, platform_id, decision, correlation_id
			FROM outbound_message
			WHERE id > #{after}
			<if test="!people.isEmpty()">AND person IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach></if>
			ORDER BY id
			LIMIT #{limit}
			</script>
			""")
	List<Row> listAfter(@Param("after") long after, @Param("people") List<byte[]> people, @Param("limit") int limit);

	@Insert("""
			INSERT INTO outbound_message (message_key, app_id, person, open_id, content, kind, channel, purpose,
				send_before, state, reason, attempts, due_at, changed_at, created_at, correlation_id, repeats)
			VALUES (#{row.messageKey}, #{row.appId}, #{row.person}, #{row.openId}, #{row.content}, #{row.kind},
				#{row.channel}, #{row.purpose}, #{row.sendBefore}, #{row.state}, #{row.reason}, 0, #{row.createdAt},
				#{row.createdAt}, #{row.createdAt}, #{row.correlationId}, #{row.repeats})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Intent row, @Param("key") GeneratedKey key);

	/** Records what a person decided, once; what went out inside it shares it. */
	@Update("""
			UPDATE outbound_message
			SET decision = #{decision}, decided_by = #{person}, decided_at = #{now}
			WHERE (id = #{id} OR bundled_into = #{id} AND person = #{addressee})
			AND state = 'UNKNOWN'
			AND decision IS NULL
			""")
	int decide(Decided decided);

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

	/** A message as it stands in the ledger; open id and content are sealed. */
	record Row(long id, byte[] messageKey, String appId, byte[] person, byte @Nullable [] openId,
			byte @Nullable [] content, String kind, Channel channel, String purpose, SendState state,
			@Nullable String reason, Instant createdAt, @Nullable Instant claimedAt, Instant changedAt,
			Instant sendBefore, @Nullable Long bundledInto, @Nullable String platformId,
			Delivery.@Nullable Decision decision, String correlationId) {
	}

	/** A message to be written down. */
	record Intent(byte[] messageKey, String appId, byte[] person, byte[] openId, byte[] content, String kind,
			Channel channel, String purpose, Instant sendBefore, SendState state, @Nullable String reason,
			Instant createdAt, String correlationId, @Nullable Long repeats) {
	}

	/** What a person of the staff decided about a message to the addressee. */
	record Decided(long id, byte[] addressee, Delivery.Decision decision, long person, Instant now) {
	}

}
