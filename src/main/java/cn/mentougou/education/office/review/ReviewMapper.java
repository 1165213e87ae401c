package cn.mentougou.education.office.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.UnitId;

/** Tables {@code review_item} and {@code review_participant}. */
@Mapper
interface ReviewMapper {

	@Select("""
			SELECT id, kind, object_id, unit_id, title, item_version, content_hash, state, round, decisions, urged,
				waiting_since, submitted_by
			FROM review_item
			WHERE kind = #{kind}
			AND object_id = #{object}
			""")
	Optional<Row> of(@Param("kind") String kind, @Param("object") String object);

	@Select("""
			SELECT id, kind, object_id, unit_id, title, item_version, content_hash, state, round, decisions, urged,
				waiting_since, submitted_by
			FROM review_item
			WHERE kind = #{kind}
			AND object_id = #{object}
			FOR UPDATE
			""")
	Optional<Row> ofAndLock(@Param("kind") String kind, @Param("object") String object);

	@Select("""
			SELECT id, kind, object_id, unit_id, title, item_version, content_hash, state, round, decisions, urged,
				waiting_since, submitted_by
			FROM review_item
			WHERE id = #{id}
			""")
	Optional<Row> find(@Param("id") long id);

	@Select("""
			SELECT COUNT(*) > 0
			FROM review_item
			WHERE kind = #{kind}
			AND object_id = #{object}
			AND state = 'APPROVED'
			AND content_hash = #{hash}
			""")
	boolean isApproved(@Param("kind") String kind, @Param("object") String object, @Param("hash") String hash);

	@Select("""
			<script>
			SELECT object_id, content_hash
			FROM review_item
			WHERE kind = #{kind}
			AND state = 'APPROVED'
			AND object_id IN
			<foreach item="object" collection="objects" open="(" separator="," close=")">#{object}</foreach>
			</script>
			""")
	List<Approved> approved(@Param("kind") String kind, @Param("objects") Collection<String> objects);

	/** What waits in a state longest. */
	@Select("""
			<script>
			SELECT id, kind, object_id, unit_id, title, item_version, content_hash, state, round, decisions, urged,
				waiting_since, submitted_by
			FROM review_item
			WHERE state = #{state}
			AND unit_id IN
			<foreach item="unit" collection="units" open="(" separator="," close=")">#{unit.value}</foreach>
			AND NOT EXISTS (
				SELECT 1
				FROM review_participant participant
				WHERE participant.review_id = review_item.id
				AND participant.person_id = #{person}
			)
			ORDER BY waiting_since, id
			LIMIT #{limit}
			</script>
			""")
	List<Row> waiting(@Param("state") ReviewState state, @Param("units") Collection<UnitId> units,
			@Param("person") long person, @Param("limit") int limit);

	/** What came back to whoever submitted it. */
	@Select("""
			SELECT id, kind, object_id, unit_id, title, item_version, content_hash, state, round, decisions, urged,
				waiting_since, submitted_by
			FROM review_item
			WHERE state IN ('RETURNED', 'VOIDED')
			AND submitted_by = #{person}
			ORDER BY waiting_since, id
			LIMIT #{limit}
			""")
	List<Row> comeBackTo(@Param("person") long person, @Param("limit") int limit);

	@Select("""
			<script>
			SELECT id, kind, object_id, unit_id, title, item_version, content_hash, state, round, decisions, urged,
				waiting_since, submitted_by
			FROM review_item
			WHERE id &lt; #{before}
			<if test="state != null">AND state = #{state}</if>
			AND unit_id IN
			<foreach item="unit" collection="units" open="(" separator="," close=")">#{unit.value}</foreach>
			ORDER BY id DESC
			LIMIT #{limit}
			</script>
			""")
	List<Row> list(@Param("before") long before, @Param("state") @Nullable ReviewState state,
			@Param("units") Collection<UnitId> units, @Param("limit") int limit);

	/** How much waits where, by the day since when. */
	@Select("""
			<script>
			SELECT unit_id, state, DATE(waiting_since) AS waiting_on, COUNT(*) AS items
			FROM review_item
			WHERE state IN ('SUBMITTED', 'SECRECY_PASSED', 'RETURNED')
			AND unit_id IN
			<foreach item="unit" collection="units" open="(" separator="," close=")">#{unit.value}</foreach>
			GROUP BY unit_id, state, DATE(waiting_since)
			</script>
			""")
	List<Waiting> countWaiting(@Param("units") Collection<UnitId> units);

	@Select("""
			SELECT person_id
			FROM review_participant
			WHERE review_id = #{id}
			""")
	Set<Long> participants(@Param("id") long id);

	/** Two may submit for the first time at once. */
	@Insert("""
			INSERT INTO review_item (kind, object_id, unit_id, title, item_version, content_hash, state, round,
				decisions, urged, waiting_since, submitted_by)
			VALUES (#{kind}, #{object}, 0, '', 0, '', 'DRAFT', 0, 0, 0, #{at}, 0)
			ON DUPLICATE KEY UPDATE kind = kind
			""")
	int open(@Param("kind") String kind, @Param("object") String object, @Param("at") Instant at);

	@Insert("""
			INSERT INTO review_participant (review_id, person_id)
			VALUES (#{id}, #{person})
			ON DUPLICATE KEY UPDATE person_id = person_id
			""")
	int insertParticipant(@Param("id") long id, @Param("person") long person);

	@Update("""
			UPDATE review_item
			SET unit_id = #{subject.unitId}, title = #{subject.title}, item_version = #{subject.version},
				content_hash = #{subject.contentHash}, state = 'SUBMITTED', round = round + 1,
				decisions = decisions + 1, urged = 0, waiting_since = #{at}, submitted_by = #{by}
			WHERE id = #{row.id}
			AND decisions = #{row.decisions}
			""")
	int submit(@Param("row") Row row, @Param("subject") ReviewSubject subject, @Param("by") long by,
			@Param("at") Instant at);

	/** Moves on what nobody moved meanwhile. */
	@Update("""
			UPDATE review_item
			SET state = #{to}, decisions = decisions + 1, urged = 0, waiting_since = #{at}
			WHERE id = #{row.id}
			AND decisions = #{row.decisions}
			AND state = #{row.state}
			AND content_hash = #{row.contentHash}
			""")
	int move(@Param("row") Row row, @Param("to") ReviewState to, @Param("at") Instant at);

	@Update("""
			UPDATE review_item
			SET decisions = decisions + 1, urged = urged + 1
			WHERE id = #{row.id}
			AND decisions = #{row.decisions}
			""")
	int urge(@Param("row") Row row);

	@Delete("""
			DELETE FROM review_participant
			WHERE review_id = #{id}
			""")
	int deleteParticipants(@Param("id") long id);

	/** A review as it is stored. */
	record Row(long id, String kind, String objectId, long unitId, String title, int itemVersion, String contentHash,
			ReviewState state, int round, int decisions, int urged, Instant waitingSince, long submittedBy) {

		UnitId unit() {
			return new UnitId(this.unitId);
		}

	}

	/** What is approved. */
	record Approved(String objectId, String contentHash) {
	}

	/** How much waits in a unit since a day. */
	record Waiting(long unitId, ReviewState state, LocalDate waitingOn, int items) {
	}

}
