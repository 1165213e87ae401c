package cn.mentougou.education.office.retention;

import java.util.List;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Table {@code deletion_record}. */
@Mapper
interface DeletionMapper {

	/** The latest ones before one of them. */
	@Select("""
			SELECT id, register, rule, started_at, ended_at, erased_rows, kept_rows, kept_because
			FROM deletion_record
			WHERE id < #{before}
			ORDER BY id DESC
			LIMIT #{limit}
			""")
	List<DeletionRecord> listBefore(@Param("before") long before, @Param("limit") int limit);

	/** Begins the record of a rule's run, or goes on with it. */
	@Insert("""
			INSERT INTO deletion_record (register, rule, started_at, ended_at, erased_rows, kept_rows, kept_because)
			VALUES (#{register}, #{rule}, #{startedAt}, #{endedAt}, #{erasedRows}, #{keptRows}, #{keptBecause})
			ON DUPLICATE KEY UPDATE ended_at = #{endedAt}, erased_rows = erased_rows + #{erasedRows},
				kept_rows = #{keptRows}, kept_because = #{keptBecause}
			""")
	int add(DeletionRecord step);

}
