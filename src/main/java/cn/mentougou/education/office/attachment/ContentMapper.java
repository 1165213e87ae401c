package cn.mentougou.education.office.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The table attachment_content. */
@Mapper
interface ContentMapper {

	@Select("""
			SELECT address
			FROM attachment_content
			ORDER BY touched_at DESC
			LIMIT 1
			""")
	Optional<String> findNewest();

	/** Waits for whoever touches or removes it at this moment. */
	@Select("""
			SELECT address
			FROM attachment_content
			WHERE address = #{address}
			AND touched_at < #{before}
			AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.address = #{address})
			FOR UPDATE
			""")
	Optional<String> lockUnused(@Param("address") String address, @Param("before") Instant before);

	@Select("""
			SELECT c.address
			FROM attachment_content c
			WHERE c.touched_at < #{before}
			AND c.address > #{after}
			AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.address = c.address)
			ORDER BY c.address
			LIMIT #{limit}
			""")
	List<String> listUnused(@Param("before") Instant before, @Param("after") String after, @Param("limit") int limit);

	@Select("""
			SELECT address
			FROM attachment_content
			WHERE address > #{after}
			ORDER BY address
			LIMIT #{limit}
			""")
	List<String> listAfter(@Param("after") String after, @Param("limit") int limit);

	@Insert("""
			INSERT INTO attachment_content (address, byte_size, touched_at)
			VALUES (#{address}, #{size}, #{at})
			ON DUPLICATE KEY UPDATE touched_at = VALUES(touched_at)
			""")
	int touch(@Param("address") String address, @Param("size") long size, @Param("at") Instant at);

	@Delete("""
			DELETE FROM attachment_content
			WHERE address = #{address}
			""")
	int delete(@Param("address") String address);

}
