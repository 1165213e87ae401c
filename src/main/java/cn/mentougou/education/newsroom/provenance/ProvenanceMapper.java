package cn.mentougou.education.newsroom.provenance;

import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Checked facts and reprints. */
@Mapper
interface ProvenanceMapper {

	@Select("""
			SELECT content_hash, document, checked_by, checked_at
			FROM news_fact_check
			WHERE item_id = #{item}
			ORDER BY checked_at DESC, content_hash
			LIMIT 50
			""")
	List<FactCheck> checksOf(@Param("item") long item);

	@Select("""
			SELECT listed_on, permission, originality, decision, reason, decided_by, decided_at
			FROM news_reprint
			WHERE item_id = #{item}
			""")
	Optional<Reprint> reprint(@Param("item") long item);

	@Insert("""
			INSERT INTO news_fact_check (item_id, content_hash, document, checked_by, checked_at)
			VALUES (#{item}, #{row.contentHash}, #{row.document}, #{row.checkedBy}, #{row.checkedAt})
			ON DUPLICATE KEY UPDATE document = VALUES(document), checked_by = VALUES(checked_by),
				checked_at = VALUES(checked_at)
			""")
	int check(@Param("item") long item, @Param("row") FactCheck row);

	@Insert("""
			INSERT INTO news_reprint (item_id, listed_on, permission, originality, decision, reason, decided_by, decided_at)
			VALUES (#{item}, #{row.listedOn}, #{row.permission}, #{row.originality}, #{row.decision}, #{row.reason},
				#{row.decidedBy}, #{row.decidedAt})
			ON DUPLICATE KEY UPDATE listed_on = VALUES(listed_on), permission = VALUES(permission),
				originality = VALUES(originality), decision = VALUES(decision), reason = VALUES(reason),
				decided_by = VALUES(decided_by), decided_at = VALUES(decided_at)
			""")
	int putReprint(@Param("item") long item, @Param("row") Reprint row);

	@Update("""
			UPDATE news_reprint
			SET originality = #{originality}
			WHERE item_id = #{item}
			""")
	int originality(@Param("item") long item, @Param("originality") Originality originality);

}
