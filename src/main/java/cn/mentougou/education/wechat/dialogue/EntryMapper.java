package cn.mentougou.education.wechat.dialogue;

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

import cn.mentougou.education.wechat.dialogue.DialogueEntry.Outcome;
import cn.mentougou.education.wechat.dialogue.DialogueEntry.Side;

/** Table {@code dialogue_entry}. */
@Mapper
interface EntryMapper {

	@Select("""
			SELECT id, entry_key, dialogue_id, side, kind, words, written_by, written_at, unanswered_id, outbound_id,
				outcome, reason
			FROM dialogue_entry
			WHERE id = #{id}
			""")
	Optional<Row> find(@Param("id") long id);

	@Select("""
			SELECT id
			FROM dialogue_entry
			WHERE entry_key = #{entryKey}
			""")
	Optional<Long> findByKey(@Param("entryKey") byte[] entryKey);

	/** The latest before this one, newest first. */
	@Select("""
			SELECT id, entry_key, dialogue_id, side, kind, words, written_by, written_at, unanswered_id, outbound_id,
				outcome, reason
			FROM dialogue_entry
			WHERE dialogue_id = #{dialogue}
			AND id < #{before}
			ORDER BY id DESC
			LIMIT #{limit}
			""")
	List<Row> latest(@Param("dialogue") long dialogue, @Param("before") long before, @Param("limit") int limit);

	/** All of them, or those of one conversation, in the order of their ids. */
	@Select("""
			<script>
			SELECT id, entry_key, dialogue_id, side, kind, words, written_by, written_at, unanswered_id, outbound_id,
				outcome, reason
			FROM dialogue_entry
			WHERE id &gt; #{after}
			<if test="dialogue != null">AND dialogue_id = #{dialogue}</if>
			ORDER BY id
			LIMIT #{limit}
			</script>
			""")
	List<Row> listAfter(@Param("after") long after, @Param("dialogue") @Nullable Long dialogue,
			@Param("limit") int limit);

	/** Answers of which more may become known. */
	@Select("""
			SELECT id, entry_key, dialogue_id, side, kind, words, written_by, written_at, unanswered_id, outbound_id,
				outcome, reason
			FROM dialogue_entry
			WHERE outcome IN ('SENDING', 'UNKNOWN')
			AND id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Row> listUnsettled(@Param("after") long after, @Param("limit") int limit);

	/** The counted row of the last message that had been seen. */
	@Select("""
			SELECT MAX(unanswered_id)
			FROM dialogue_entry
			WHERE dialogue_id = #{dialogue}
			AND side = 'PERSON'
			AND id <= #{seen}
			""")
	@Nullable Long lastAsked(@Param("dialogue") long dialogue, @Param("seen") long seen);

	@Select("""
			SELECT COUNT(*)
			FROM dialogue_entry
			WHERE dialogue_id = #{dialogue}
			AND side = 'PERSON'
			AND id > #{seen}
			""")
	int countUnseen(@Param("dialogue") long dialogue, @Param("seen") long seen);

	@Select("""
			SELECT COUNT(*)
			FROM dialogue_entry
			WHERE dialogue_id = #{dialogue}
			AND outcome = 'SENDING'
			""")
	int countSending(@Param("dialogue") long dialogue);

	@Insert("""
			INSERT INTO dialogue_entry (entry_key, dialogue_id, side, kind, words, written_by, written_at,
				unanswered_id, outbound_id, outcome)
			VALUES (#{entryKey}, #{dialogueId}, #{side}, #{kind}, #{words}, #{writtenBy}, #{writtenAt},
				#{unansweredId}, #{outboundId}, #{outcome})
			""")
	int insert(Row row);

	@Update("""
			UPDATE dialogue_entry
			SET outcome = #{to}, reason = #{reason}
			WHERE id = #{id}
			AND outcome = #{from}
			""")
	int settle(@Param("id") long id, @Param("from") Outcome from, @Param("to") Outcome to,
			@Param("reason") @Nullable String reason);

	/** A later answer arrived: nothing is left to decide about the earlier ones. */
	@Update("""
			UPDATE dialogue_entry
			SET outcome = 'GIVEN_UP'
			WHERE dialogue_id = #{dialogue}
			AND outcome IN ('REFUSED', 'UNKNOWN')
			AND id < #{before}
			""")
	int giveUpBefore(@Param("dialogue") long dialogue, @Param("before") long before);

	@Update("""
			UPDATE dialogue_entry
			SET words = #{after}
			WHERE id = #{id}
			AND words = #{before}
			""")
	int exchangeWords(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Delete("""
			DELETE FROM dialogue_entry
			WHERE dialogue_id = #{dialogue}
			""")
	int deleteOf(@Param("dialogue") long dialogue);

	/** Entries over their time, except in conversations of those who are held. */
	@Delete("""
			<script>
			DELETE FROM dialogue_entry
			WHERE written_at &lt; #{before}
			<if test="!held.isEmpty()">AND dialogue_id NOT IN <foreach collection="held" item="one" open="(" separator="," close=")">#{one}</foreach></if>
			AND (outcome IS NULL OR outcome &lt;&gt; 'SENDING')
			ORDER BY written_at
			LIMIT #{limit}
			</script>
			""")
	int deleteWrittenBefore(@Param("before") Instant before, @Param("held") List<Long> held, @Param("limit") int limit);

	/** An entry as it is stored; the words are sealed. */
	record Row(long id, byte[] entryKey, long dialogueId, Side side, String kind, byte @Nullable [] words,
			@Nullable Long writtenBy, Instant writtenAt, @Nullable Long unansweredId, @Nullable Long outboundId,
			@Nullable Outcome outcome, @Nullable String reason) {
	}

}
