package cn.mentougou.education.wechat.outbound;

import java.time.Instant;
import java.util.List;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.wechat.replywindow.Spendings.Spending;
import cn.mentougou.education.wechat.sender.Channel;

/** Table {@code outbound_message} as those who send change it. */
@Mapper
interface SendMapper {

	/** What is not settled for these people, in the order in which it was ordered. */
	@Select("""
			<script>
			SELECT id, message_key, app_id, person, open_id, content, kind, channel, state, attempts, due_at, created_at,
				send_before, doubtful_since, correlation_id
			FROM outbound_message
			WHERE person IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach>
			AND state IN ('NEW', 'SENDING')
			ORDER BY id
			LIMIT 2000
			</script>
			""")
	List<Row> listUnsettled(@Param("people") List<byte[]> people);

	/** People for whom something is due. */
	@Select("""
			SELECT DISTINCT person
			FROM outbound_message
			WHERE state = 'NEW'
			AND due_at <= #{now}
			LIMIT #{limit}
			""")
	List<byte[]> listPeopleDue(@Param("now") Instant now, @Param("limit") int limit);

	/** The customer-service messages that went out or may have. */
	@Select("""
			<script>
			SELECT person, claimed_at AS `from`,
				CASE state WHEN 'SENDING' THEN #{until} ELSE changed_at END AS until
			FROM outbound_message
			WHERE person IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach>
			AND state IN ('SENDING', 'SENT', 'UNKNOWN')
			AND channel = 'CUSTOMER_SERVICE'
			AND bundled_into IS NULL
			AND claimed_at >= #{from}
			</script>
			""")
	List<Spending> listSpendings(@Param("people") List<byte[]> people, @Param("from") Instant from,
			@Param("until") Instant until);

	/** Of these messages, those that this mark has claimed. */
	@Select("""
			<script>
			SELECT id
			FROM outbound_message
			WHERE id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
			AND state = 'SENDING'
			AND claimed_by = #{mark}
			</script>
			""")
	List<Long> listClaimed(@Param("ids") List<Long> ids, @Param("mark") String mark);

	/** Messages whose sender has been silent too long. */
	@Select("""
			SELECT id
			FROM outbound_message
			WHERE state = 'SENDING'
			AND changed_at < #{before}
			LIMIT #{limit}
			""")
	List<Long> listAbandoned(@Param("before") Instant before, @Param("limit") int limit);

	@Update("""
			<script>
			UPDATE outbound_message
			SET state = 'SENDING', attempts = attempts + 1, changed_at = #{now}, claimed_at = #{now}, claimed_by = #{mark},
				bundled_into = NULL,
				doubtful_since = CASE WHEN channel = 'TEMPLATE' THEN COALESCE(doubtful_since, #{now}) END
			WHERE id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
			AND state = 'NEW'
			</script>
			""")
	int claim(@Param("ids") List<Long> ids, @Param("mark") String mark, @Param("now") Instant now);

	/** Claimed, and surely not called: as if nothing had been. */
	@Update("""
			<script>
			UPDATE outbound_message
			SET state = 'NEW', attempts = attempts - 1, bundled_into = NULL,
				doubtful_since = CASE WHEN doubtful_since = claimed_at THEN NULL ELSE doubtful_since END
			WHERE id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
			AND state = 'SENDING'
			AND claimed_by = #{mark}
			</script>
			""")
	int release(@Param("ids") List<Long> ids, @Param("mark") String mark);

	@Update("""
			<script>
			UPDATE outbound_message
			SET bundled_into = #{head}
			WHERE id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
			</script>
			""")
	int bundle(@Param("ids") List<Long> ids, @Param("head") long head);

	/** The platform took them, also if their sender was thought dead. */
	@Update("""
			<script>
			UPDATE outbound_message
			SET state = 'SENT', reason = NULL, changed_at = #{now}, doubtful_since = NULL, platform_id = CASE id
				<foreach collection="sent" item="one">WHEN #{one.id} THEN #{one.platformId} </foreach>END
			WHERE id IN <foreach collection="sent" item="one" open="(" separator="," close=")">#{one.id}</foreach>
			AND state IN ('SENDING', 'UNKNOWN')
			</script>
			""")
	int settleSent(@Param("sent") List<Taken> sent, @Param("now") Instant now);

	/** How it ends, if it still stands where it stood. */
	@Update("""
			UPDATE outbound_message
			SET state = #{to}, reason = #{reason}, changed_at = #{now}
			WHERE id = #{id}
			AND (state = #{from} OR #{from} = 'SENDING' AND #{to} = 'REFUSED' AND state = 'UNKNOWN')
			""")
	int settle(Settlement settlement);

	/** Later again. */
	@Update("""
			UPDATE outbound_message
			SET state = 'NEW', reason = #{reason}, due_at = #{dueAt}, changed_at = #{now}, bundled_into = NULL,
				doubtful_since = #{doubtfulSince}
			WHERE id = #{id}
			AND state = #{from}
			""")
	int postpone(Postponement postponement);

	/**
	 * A keyed message whose sender died is sent again with its key, while the platform
	 * knows the key.
	 */
	@Update("""
			UPDATE outbound_message
			SET state = 'NEW', reason = 'INTERRUPTED', due_at = #{now}, changed_at = #{now}
			WHERE id = #{id}
			AND state = 'SENDING'
			AND channel = 'TEMPLATE'
			AND changed_at < #{before}
			AND doubtful_since > #{knownSince}
			AND send_before > #{now}
			""")
	int resume(@Param("id") long id, @Param("before") Instant before, @Param("knownSince") Instant knownSince,
			@Param("now") Instant now);

	/** A message that waits or is being sent; open id and content are sealed. */
	record Row(long id, byte[] messageKey, String appId, byte[] person, byte @Nullable [] openId,
			byte @Nullable [] content, String kind, Channel channel, SendState state, int attempts, Instant dueAt,
			Instant createdAt, Instant sendBefore, @Nullable Instant doubtfulSince, String correlationId) {

		/** Whether an earlier call with its key may have been taken. */
		boolean isDoubtful() {
			return this.doubtfulSince != null;
		}

	}

	/** One that the platform took, with its number there. */
	record Taken(long id, @Nullable String platformId) {
	}

	/** How a message ends, if it still stands in {@code from}. */
	record Settlement(long id, SendState from, SendState to, @Nullable String reason, Instant now) {
	}

	/** When a message is tried again. */
	record Postponement(long id, SendState from, String reason, Instant dueAt, @Nullable Instant doubtfulSince,
			Instant now) {
	}

}
