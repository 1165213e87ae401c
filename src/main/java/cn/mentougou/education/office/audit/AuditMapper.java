package cn.mentougou.education.office.audit;

import java.time.Instant;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;

/** The rows of the audit. */
@Mapper
interface AuditMapper {

	@Insert("""
			INSERT INTO audit_entry (happened_at, actor_kind, actor_id, came_from, action, object_kind, object_id,
				outcome, details)
			VALUES (#{at}, #{entry.actor.kind}, #{entry.actor.id}, #{entry.actor.address}, #{entry.action},
				#{entry.objectKind}, #{entry.objectId}, #{entry.outcome}, #{details})
			""")
	void insert(Instant at, AuditEntry entry, String details);

}
