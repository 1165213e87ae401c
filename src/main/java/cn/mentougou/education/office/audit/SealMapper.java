package cn.mentougou.education.office.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The seals, anchors and verifications: inserted and read, nothing else. */
@Mapper
interface SealMapper {

	@Select("""
			SELECT position, entry_id, sealed_at, hash
			FROM audit_seal
			ORDER BY position DESC
			LIMIT 1
			""")
	Optional<Seal> findLast();

	@Select("""
			SELECT position, entry_id, sealed_at, hash
			FROM audit_seal
			WHERE sealed_at < #{before}
			ORDER BY sealed_at DESC, position DESC
			LIMIT 1
			""")
	Optional<Seal> findLastBefore(@Param("before") Instant before);

	@Select("""
			SELECT position, entry_id, sealed_at, hash
			FROM audit_seal
			WHERE position > #{position}
			ORDER BY position
			LIMIT #{limit}
			""")
	List<Seal> listAfter(@Param("position") long position, @Param("limit") int limit);

	@Select("""
			SELECT position, entry_id, sealed_at, hash
			FROM audit_seal
			WHERE position = #{position}
			""")
	Optional<Seal> find(@Param("position") long position);

	/** The entries that the seals between these positions name. */
	@Select("""
			SELECT entry.id, entry.happened_at, entry.actor_kind, entry.actor_id, entry.came_from, entry.action,
				entry.object_kind, entry.object_id, entry.outcome, entry.details
			FROM audit_seal seal
			JOIN audit_entry entry ON entry.id = seal.entry_id
			WHERE seal.position >= #{first}
			AND seal.position <= #{last}
			""")
	List<RecordedAct> listSealed(@Param("first") long first, @Param("last") long last);

	/** Entries without a seal among these numbers, whatever was sealed behind them. */
	@Select("""
			SELECT entry.id, entry.happened_at, entry.actor_kind, entry.actor_id, entry.came_from, entry.action,
				entry.object_kind, entry.object_id, entry.outcome, entry.details
			FROM audit_entry entry
			LEFT JOIN audit_seal seal ON seal.entry_id = entry.id
			WHERE entry.id > #{after}
			AND entry.id <= #{upTo}
			AND seal.entry_id IS NULL
			ORDER BY entry.id
			LIMIT #{limit}
			""")
	List<RecordedAct> listUnsealed(@Param("after") long after, @Param("upTo") long upTo, @Param("limit") int limit);

	@Select("""
			SELECT anchored_on, anchored_at, position, hash
			FROM audit_anchor
			ORDER BY anchored_on
			""")
	List<Anchor> listAnchors();

	@Select("""
			SELECT verified_at, position, fault, fault_position, fault_entry_id
			FROM audit_verification
			ORDER BY id DESC
			LIMIT 1
			""")
	Optional<Verdict.Row> findLastVerification();

	/** All of them or, if one position or entry was sealed meanwhile, none. */
	@Insert("""
			<script>
			INSERT INTO audit_seal (position, entry_id, sealed_at, hash)
			VALUES <foreach collection="seals" item="seal" separator=",">
				(#{seal.position}, #{seal.entryId}, #{seal.sealedAt}, #{seal.hash})
			</foreach>
			</script>
			""")
	void insertSeals(@Param("seals") List<Seal> seals);

	@Insert("""
			INSERT INTO audit_anchor (anchored_on, anchored_at, position, hash)
			VALUES (#{anchoredOn}, #{anchoredAt}, #{position}, #{hash})
			""")
	void insertAnchor(Anchor anchor);

	@Insert("""
			INSERT INTO audit_verification (verified_at, position, fault, fault_position, fault_entry_id)
			VALUES (#{verifiedAt}, #{position}, #{fault}, #{faultPosition}, #{faultEntryId})
			""")
	void insertVerification(Verdict.Row row);

}
