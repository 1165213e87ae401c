package cn.mentougou.education.wechat.inbox;

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

/** The tables inbox_message, inbox_claim and inbox_record. */
@Mapper
interface InboxMapper {

	@Select("""
			SELECT message_key, app_id, kind, state, received_at, content, reply, correlation_id
			FROM inbox_message
			WHERE message_key = #{key}
			""")
	Optional<Row> find(@Param("key") byte[] key);

	@Select("SELECT 1")
	int findOne();

	@Select("""
			SELECT claim_number
			FROM inbox_claim
			WHERE message_key = #{key}
			AND owner = #{owner}
			""")
	Optional<Integer> findClaimNumber(@Param("key") byte[] key, @Param("owner") String owner);

	@Select("""
			SELECT owner
			FROM inbox_claim
			WHERE message_key = #{key}
			""")
	Optional<String> findClaimOwner(@Param("key") byte[] key);

	@Select("""
			SELECT c.message_key
			FROM inbox_claim c
			JOIN inbox_message m ON m.message_key = c.message_key
			WHERE c.claimed_until < #{now}
			AND (m.state = 'PARKED' OR m.received_at < #{receivedBefore})
			ORDER BY c.claimed_until
			LIMIT #{limit}
			""")
	List<byte[]> listAbandoned(@Param("now") Instant now, @Param("receivedBefore") Instant receivedBefore,
			@Param("limit") int limit);

	@Select("""
			SELECT message_key, app_id, kind, state, received_at, content, reply, correlation_id
			FROM inbox_message
			WHERE received_at >= #{from}
			AND outcome = #{outcome}
			ORDER BY received_at DESC
			LIMIT #{limit}
			""")
	List<Row> listByOutcome(@Param("from") Instant from, @Param("outcome") Outcome outcome, @Param("limit") int limit);

	@Select("""
			SELECT message_key
			FROM inbox_message
			WHERE received_at < #{before}
			ORDER BY received_at
			LIMIT #{limit}
			""")
	List<byte[]> listReceivedBefore(@Param("before") Instant before, @Param("limit") int limit);

	/** The oldest ones with their content, after one of them. */
	@Select("""
			SELECT message_key, app_id, kind, state, received_at, content, reply, correlation_id
			FROM inbox_message
			WHERE received_at < #{before}
			AND (received_at > #{at} OR received_at = #{at} AND message_key > #{key})
			ORDER BY received_at, message_key
			LIMIT #{limit}
			""")
	List<Row> listReceivedBetween(@Param("at") Instant at, @Param("key") byte[] key, @Param("before") Instant before,
			@Param("limit") int limit);

	/** All of them, in the order of their keys. */
	@Select("""
			SELECT message_key, app_id, kind, state, received_at, content, reply, correlation_id
			FROM inbox_message
			WHERE message_key > #{after}
			ORDER BY message_key
			LIMIT #{limit}
			""")
	List<Row> listAfter(@Param("after") byte[] after, @Param("limit") int limit);

	@Insert("""
			<script>
			INSERT INTO inbox_record (app_id, kind, state, outcome, turn, received_at, done_at, correlation_id)
			SELECT app_id, kind, state, outcome, turn, received_at, done_at, correlation_id
			FROM inbox_message
			WHERE message_key IN <foreach collection="keys" item="key" open="(" separator="," close=")">#{key}</foreach>
			</script>
			""")
	int insertRecords(@Param("keys") List<byte[]> keys);

	@Update("""
			UPDATE inbox_claim
			SET owner = #{owner}, claim_number = claim_number + 1, claimed_until = #{until}
			WHERE message_key = #{key}
			AND claimed_until < #{now}
			""")
	int takeClaim(@Param("key") byte[] key, @Param("owner") String owner, @Param("until") Instant until,
			@Param("now") Instant now);

	@Update("""
			UPDATE inbox_claim
			SET claimed_until = #{until}
			WHERE message_key = #{key}
			AND claim_number = #{number}
			""")
	int renewClaim(@Param("key") byte[] key, @Param("number") int number, @Param("until") Instant until);

	@Update("""
			UPDATE inbox_message
			SET state = 'PARKED'
			WHERE message_key = #{key}
			AND state = 'RECEIVED'
			""")
	int park(@Param("key") byte[] key);

	@Update("""
			UPDATE inbox_message
			SET reply_way = #{way}
			WHERE message_key = #{key}
			AND (reply_way IS NULL OR reply_way = #{way})
			""")
	int decideReplyWay(@Param("key") byte[] key, @Param("way") String way);

	@Update("""
			UPDATE inbox_message
			SET state = 'DONE', reply = #{reply}, outcome = #{outcome}, turn = #{turn}, done_at = #{at}
			WHERE message_key = #{key}
			AND state = #{from}
			""")
	int finish(Finish finish);

	@Update("""
			UPDATE inbox_message
			SET content = #{after}
			WHERE message_key = #{key}
			AND content = #{before}
			""")
	int exchangeContent(@Param("key") byte[] key, @Param("before") byte[] before, @Param("after") byte[] after);

	@Update("""
			UPDATE inbox_message
			SET reply = #{after}
			WHERE message_key = #{key}
			AND reply = #{before}
			""")
	int exchangeReply(@Param("key") byte[] key, @Param("before") byte[] before, @Param("after") byte[] after);

	@Delete("""
			DELETE FROM inbox_claim
			WHERE message_key = #{key}
			AND claim_number = #{number}
			""")
	int deleteClaim(@Param("key") byte[] key, @Param("number") int number);

	@Delete("""
			<script>
			DELETE FROM inbox_claim
			WHERE message_key IN <foreach collection="keys" item="key" open="(" separator="," close=")">#{key}</foreach>
			</script>
			""")
	int deleteClaims(@Param("keys") List<byte[]> keys);

	@Delete("""
			<script>
			DELETE FROM inbox_message
			WHERE message_key IN <foreach collection="keys" item="key" open="(" separator="," close=")">#{key}</foreach>
			</script>
			""")
	int deleteMessages(@Param("keys") List<byte[]> keys);

	@Delete("""
			DELETE FROM inbox_record
			WHERE received_at < #{before}
			ORDER BY received_at
			LIMIT #{limit}
			""")
	int deleteRecordsBefore(@Param("before") Instant before, @Param("limit") int limit);

	/** A message's row; content and reply are sealed. */
	record Row(byte[] messageKey, String appId, String kind, InboxState state, Instant receivedAt, byte[] content,
			byte @Nullable [] reply, String correlationId) {
	}

	/** How a message ends, if it still stands in {@code from}. */
	record Finish(byte[] key, InboxState from, byte @Nullable [] reply, Outcome outcome, String turn, Instant at) {
	}

}
