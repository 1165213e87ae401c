package cn.mentougou.education.office.attachment;

import java.time.Instant;
import java.util.List;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The table attachment_finding. */
@Mapper
interface FindingMapper {

	@Select("""
			SELECT id, attachment_id, code, place, sample, state, answered_by, answered_at, reason
			FROM attachment_finding
			WHERE attachment_id = #{attachment}
			ORDER BY id
			""")
	List<Row> listOf(@Param("attachment") long attachment);

	@Select("""
			SELECT id, attachment_id, code, place, sample, state, answered_by, answered_at, reason
			FROM attachment_finding
			WHERE id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Row> listAfter(@Param("after") long after, @Param("limit") int limit);

	@Insert("""
			INSERT INTO attachment_finding (attachment_id, code, place, sample, state)
			VALUES (#{attachmentId}, #{code}, #{place}, #{sample}, #{state})
			""")
	int insert(Row row);

	@Update("""
			UPDATE attachment_finding
			SET state = #{state}, answered_by = #{person}, answered_at = #{at}, reason = #{reason}
			WHERE id = #{id}
			AND state = 'OPEN'
			""")
	int answer(@Param("id") long id, @Param("state") String state, @Param("person") long person,
			@Param("at") Instant at, @Param("reason") byte @Nullable [] reason);

	@Update("""
			UPDATE attachment_finding
			SET place = #{after}
			WHERE id = #{id}
			AND place = #{before}
			""")
	int resealPlace(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Update("""
			UPDATE attachment_finding
			SET sample = #{after}
			WHERE id = #{id}
			AND sample = #{before}
			""")
	int resealSample(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Update("""
			UPDATE attachment_finding
			SET reason = #{after}
			WHERE id = #{id}
			AND reason = #{before}
			""")
	int resealReason(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Delete("""
			DELETE FROM attachment_finding
			WHERE attachment_id = #{attachment}
			""")
	int deleteOf(@Param("attachment") long attachment);

	/** A finding's row; place, sample and reason are sealed. */
	record Row(long id, long attachmentId, String code, byte[] place, byte[] sample, String state,
			@Nullable Long answeredBy, @Nullable Instant answeredAt, byte @Nullable [] reason) {
	}

}
