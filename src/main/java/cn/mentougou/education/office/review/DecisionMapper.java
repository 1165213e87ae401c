package cn.mentougou.education.office.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.UnitId;

/** Tables {@code review_decision} and {@code review_answer}. */
@Mapper
interface DecisionMapper {

	@Select("""
			SELECT review_id, position, round, act, state_before, title, item_version, content_hash, actor_kind,
				actor_id, on_behalf_of, happened_at, due_on, calendar_version, opinion
			FROM review_decision
			WHERE review_id = #{review}
			ORDER BY position DESC
			LIMIT 500
			""")
	List<Row> history(@Param("review") long review);

	/** The newest line that is no urging. */
	@Select("""
			SELECT review_id, position, round, act, state_before, title, item_version, content_hash, actor_kind,
				actor_id, on_behalf_of, happened_at, due_on, calendar_version, opinion
			FROM review_decision
			WHERE review_id = #{review}
			AND act != 'URGED'
			ORDER BY position DESC
			LIMIT 1
			""")
	Optional<Row> newest(@Param("review") long review);

	@Select("""
			SELECT COUNT(*) > 0
			FROM review_decision
			WHERE review_id = #{review}
			AND act = 'URGED'
			AND actor_id = #{by}
			AND happened_at > #{since}
			""")
	boolean wasUrged(@Param("review") long review, @Param("by") long by, @Param("since") Instant since);

	@Select("""
			SELECT review_id, position, concern, is_clear, basis, note
			FROM review_answer
			WHERE review_id = #{review}
			""")
	List<Answer> answers(@Param("review") long review);

	/** What happened to the items of each unit, and how much of it late. */
	@Select("""
			<script>
			SELECT item.unit_id, decision.act, decision.state_before, COUNT(*) AS acts,
				SUM(CASE WHEN decision.due_on &lt; DATE(decision.happened_at) THEN 1 ELSE 0 END) AS late
			FROM review_decision decision
			JOIN review_item item ON item.id = decision.review_id
			WHERE decision.happened_at >= #{from}
			AND decision.happened_at &lt; #{until}
			AND item.unit_id IN
			<foreach item="unit" collection="units" open="(" separator="," close=")">#{unit.value}</foreach>
			GROUP BY item.unit_id, decision.act, decision.state_before
			</script>
			""")
	List<Count> count(@Param("from") Instant from, @Param("until") Instant until,
			@Param("units") Collection<UnitId> units);

	@Select("""
			SELECT review_id, position, round, act, state_before, title, item_version, content_hash, actor_kind,
				actor_id, on_behalf_of, happened_at, due_on, calendar_version, opinion
			FROM review_decision
			WHERE review_id > #{review}
			OR (review_id = #{review} AND position > #{position})
			ORDER BY review_id, position
			LIMIT #{limit}
			""")
	List<Row> listAfter(@Param("review") long review, @Param("position") int position, @Param("limit") int limit);

	@Select("""
			SELECT review_id, position, concern, is_clear, basis, note
			FROM review_answer
			WHERE review_id = #{review}
			AND position = #{position}
			""")
	List<Answer> answersOf(@Param("review") long review, @Param("position") int position);

	@Insert("""
			INSERT INTO review_decision (review_id, position, round, act, state_before, title, item_version,
				content_hash, actor_kind, actor_id, on_behalf_of, happened_at, due_on, calendar_version, opinion)
			VALUES (#{row.reviewId}, #{row.position}, #{row.round}, #{row.act}, #{row.stateBefore}, #{row.title},
				#{row.itemVersion}, #{row.contentHash}, #{row.actorKind}, #{row.actorId}, #{row.onBehalfOf},
				#{row.happenedAt}, #{row.dueOn}, #{row.calendarVersion}, #{row.opinion})
			""")
	int insert(@Param("row") Row row);

	@Insert("""
			INSERT INTO review_answer (review_id, position, concern, is_clear, basis, note)
			VALUES (#{answer.reviewId}, #{answer.position}, #{answer.concern}, #{answer.isClear}, #{answer.basis},
				#{answer.note})
			""")
	int insertAnswer(@Param("answer") Answer answer);

	@Update("""
			UPDATE review_decision
			SET opinion = #{after}
			WHERE review_id = #{row.reviewId}
			AND position = #{row.position}
			AND opinion = #{before}
			""")
	int exchangeOpinion(@Param("row") Row row, @Param("before") byte[] before, @Param("after") byte[] after);

	@Update("""
			UPDATE review_answer
			SET note = #{after}
			WHERE review_id = #{answer.reviewId}
			AND position = #{answer.position}
			AND concern = #{answer.concern}
			AND note = #{before}
			""")
	int exchangeNote(@Param("answer") Answer answer, @Param("before") byte[] before, @Param("after") byte[] after);

	/** A line of the history as it is stored; the opinion is sealed. */
	record Row(long reviewId, int position, int round, Decision.Act act, ReviewState stateBefore, String title,
			int itemVersion, String contentHash, String actorKind, long actorId, @Nullable Long onBehalfOf,
			Instant happenedAt, @Nullable LocalDate dueOn, @Nullable Long calendarVersion, byte @Nullable [] opinion) {
	}

	/** A line of a form as it is stored; the note is sealed. */
	record Answer(long reviewId, int position, SecrecyForm.Concern concern, boolean isClear, String basis,
			byte @Nullable [] note) {
	}

	/** How often something happened in a unit. */
	record Count(long unitId, Decision.Act act, ReviewState stateBefore, long acts, long late) {
	}

}
