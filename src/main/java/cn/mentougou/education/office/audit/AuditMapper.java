package cn.mentougou.education.office.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The entries of the audit: inserted and read, nothing else. */
@Mapper
interface AuditMapper {

	/**
	 * Newest first, each with its seal and the hash before; both parts of the key, since
	 * many acts share a moment.
	 */
	@Select("""
			<script>
			SELECT entry.id, entry.happened_at, entry.actor_kind, entry.actor_id, entry.came_from, entry.action,
				entry.object_kind, entry.object_id, entry.outcome, entry.details,
				seal.position, seal.sealed_at, seal.hash, previous.hash AS previous_hash
			FROM audit_entry entry
			LEFT JOIN audit_seal seal ON seal.entry_id = entry.id
			LEFT JOIN audit_seal previous ON previous.position = seal.position - 1
			<where>
				<if test="search.from != null">AND entry.happened_at &gt;= #{search.from}</if>
				<if test="search.before != null">AND entry.happened_at &lt; #{search.before}</if>
				<if test="search.actorKind != null">AND entry.actor_kind = #{search.actorKind}</if>
				<if test="search.actorId != null">AND entry.actor_id = #{search.actorId}</if>
				<if test="search.action != null">AND entry.action = #{search.action}</if>
				<if test="search.objectKind != null">AND entry.object_kind = #{search.objectKind}</if>
				<if test="search.objectId != null">AND entry.object_id = #{search.objectId}</if>
				<if test="search.outcome != null">AND entry.outcome = #{search.outcome}</if>
				<if test="search.cameFrom != null">AND entry.came_from = #{search.cameFrom}</if>
				<if test="after != null">
					AND entry.happened_at &lt;= #{after.happenedAt}
					AND (entry.happened_at &lt; #{after.happenedAt} OR entry.id &lt; #{after.id})
				</if>
			</where>
			ORDER BY entry.happened_at DESC, entry.id DESC
			LIMIT #{limit}
			</script>
			""")
	List<Row> list(@Param("search") AuditTrail.Search search, @Param("after") AuditTrail.@Nullable Place after,
			@Param("limit") int limit);

	@Select("""
			SELECT COALESCE(MAX(id), 0)
			FROM audit_entry
			""")
	long lastId();

	@Insert("""
			INSERT INTO audit_entry (happened_at, actor_kind, actor_id, came_from, action, object_kind, object_id,
				outcome, details)
			VALUES (#{at}, #{entry.actor.kind}, #{entry.actor.id}, #{entry.actor.address}, #{entry.action},
				#{entry.objectKind}, #{entry.objectId}, #{entry.outcome}, #{details})
			""")
	void insert(@Param("at") Instant at, @Param("entry") AuditEntry entry, @Param("details") String details);

	/**
	 * Changes nothing, ever: the database refuses it if the rights are as they should be.
	 */
	@Update("""
			UPDATE audit_entry
			SET outcome = outcome
			WHERE id = 0
			""")
	void tryToChange();

	/** An entry with its seal, if it has one yet, and the hash of the seal before. */
	record Row(long id, Instant happenedAt, String actorKind, long actorId, String cameFrom, String action,
			String objectKind, String objectId, String outcome, String details, @Nullable Long position,
			@Nullable Instant sealedAt, byte @Nullable [] hash, byte @Nullable [] previousHash) {

		RecordedAct act() {
			return new RecordedAct(this.id, this.happenedAt, this.actorKind, this.actorId, this.cameFrom, this.action,
					this.objectKind, this.objectId, this.outcome, this.details);
		}

		AuditTrail.@Nullable Proof proof() {
			if (this.position == null || this.sealedAt == null || this.hash == null) {
				return null;
			}
			HexFormat hex = HexFormat.of();
			byte[] before = (this.previousHash != null) ? this.previousHash : Chain.BEGINNING;
			return new AuditTrail.Proof(this.position, Chain.time(this.sealedAt), hex.formatHex(before),
					hex.formatHex(this.hash));
		}

	}

}
