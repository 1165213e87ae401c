package cn.mentougou.education.office.audit;

import java.time.Instant;
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

	/** Newest first; both parts of the key, since many acts share a moment. */
	@Select("""
			<script>
			SELECT id, happened_at, actor_kind, actor_id, came_from, action, object_kind, object_id, outcome, details
			FROM audit_entry
			<where>
				<if test="search.from != null">AND happened_at &gt;= #{search.from}</if>
				<if test="search.before != null">AND happened_at &lt; #{search.before}</if>
				<if test="search.actorKind != null">AND actor_kind = #{search.actorKind}</if>
				<if test="search.actorId != null">AND actor_id = #{search.actorId}</if>
				<if test="search.action != null">AND action = #{search.action}</if>
				<if test="search.objectKind != null">AND object_kind = #{search.objectKind}</if>
				<if test="search.objectId != null">AND object_id = #{search.objectId}</if>
				<if test="search.outcome != null">AND outcome = #{search.outcome}</if>
				<if test="search.cameFrom != null">AND came_from = #{search.cameFrom}</if>
				<if test="after != null">
					AND happened_at &lt;= #{after.happenedAt}
					AND (happened_at &lt; #{after.happenedAt} OR id &lt; #{after.id})
				</if>
			</where>
			ORDER BY happened_at DESC, id DESC
			LIMIT #{limit}
			</script>
			""")
	List<RecordedAct> list(@Param("search") AuditTrail.Search search, @Param("after") AuditTrail.@Nullable Place after,
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

}
