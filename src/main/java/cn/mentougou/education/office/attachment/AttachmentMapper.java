package cn.mentougou.education.office.attachment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;

/** The tables attachment and attachment_owner. */
@Mapper
interface AttachmentMapper {

	@Select("""
			SELECT id, address, kind, byte_size, name, unit_id, uploaded_by, uploaded_at, open_findings, public_code
			FROM attachment
			WHERE id = #{id}
			""")
	Optional<Row> find(@Param("id") long id);

	@Select("""
			SELECT id, address, kind, byte_size, name, unit_id, uploaded_by, uploaded_at, open_findings, public_code
			FROM attachment
			WHERE public_code = #{code}
			""")
	Optional<Row> findPublic(@Param("code") String code);

	@Select("""
			<script>
			SELECT id, address, kind, byte_size, name, unit_id, uploaded_by, uploaded_at, open_findings, public_code
			FROM attachment
			<where>
				unit_id IN <foreach collection="units" item="unit" open="(" separator="," close=")">#{unit}</foreach>
				<if test="before != null">AND id &lt; #{before}</if>
				<if test="open">AND open_findings > 0</if>
			</where>
			ORDER BY id DESC
			LIMIT #{limit}
			</script>
			""")
	List<Row> list(@Param("units") Collection<Long> units, @Param("before") @Nullable Long before,
			@Param("open") boolean open, @Param("limit") int limit);

	@Select("""
			SELECT id, address, kind, byte_size, name, unit_id, uploaded_by, uploaded_at, open_findings, public_code
			FROM attachment
			WHERE id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Row> listAfter(@Param("after") long after, @Param("limit") int limit);

	@Select("""
			SELECT a.id
			FROM attachment a
			WHERE a.id > #{after}
			AND a.uploaded_at < #{before}
			AND a.public_code IS NULL
			AND NOT EXISTS (SELECT 1 FROM attachment_owner o WHERE o.attachment_id = a.id)
			ORDER BY a.id
			LIMIT #{limit}
			""")
	List<Long> listUnused(@Param("after") long after, @Param("before") Instant before, @Param("limit") int limit);

	@Select("""
			<script>
			SELECT COUNT(*)
			FROM attachment
			WHERE open_findings > 0
			AND uploaded_by != #{person}
			AND unit_id IN <foreach collection="units" item="unit" open="(" separator="," close=")">#{unit}</foreach>
			</script>
			""")
	int countOpen(@Param("units") Collection<Long> units, @Param("person") long person);

	@Select("""
			SELECT COUNT(*)
			FROM attachment_owner
			WHERE attachment_id = #{id}
			""")
	int countOwners(@Param("id") long id);

	@Select("""
			SELECT COUNT(*) > 0
			FROM attachment_owner
			WHERE attachment_id = #{id}
			AND owner_kind = #{kind}
			AND owner_id = #{owner}
			""")
	boolean isOwner(@Param("id") long id, @Param("kind") String kind, @Param("owner") String owner);

	@Insert("""
			INSERT INTO attachment (address, kind, byte_size, name, unit_id, uploaded_by, uploaded_at, open_findings)
			VALUES (#{row.address}, #{row.kind}, #{row.byteSize}, #{row.name}, #{row.unitId}, #{row.uploadedBy},
				#{row.uploadedAt}, #{row.openFindings})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value")
	int insert(@Param("row") Row row, @Param("key") GeneratedKey key);

	@Insert("""
			INSERT IGNORE INTO attachment_owner (attachment_id, owner_kind, owner_id, since)
			VALUES (#{id}, #{kind}, #{owner}, #{since})
			""")
	int insertOwner(@Param("id") long id, @Param("kind") String kind, @Param("owner") String owner,
			@Param("since") Instant since);

	@Update("""
			UPDATE attachment
			SET open_findings = open_findings - #{answered}
			WHERE id = #{id}
			AND open_findings >= #{answered}
			""")
	int answered(@Param("id") long id, @Param("answered") int answered);

	@Update("""
			UPDATE attachment
			SET public_code = #{code}
			WHERE id = #{id}
			AND public_code IS NULL
			AND open_findings = 0
			""")
	int publish(@Param("id") long id, @Param("code") String code);

	@Update("""
			UPDATE attachment
			SET public_code = NULL
			WHERE id = #{id}
			AND public_code = #{code}
			""")
	int withdraw(@Param("id") long id, @Param("code") String code);

	@Update("""
			UPDATE attachment
			SET name = #{after}
			WHERE id = #{id}
			AND name = #{before}
			""")
	int reseal(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Delete("""
			DELETE FROM attachment_owner
			WHERE attachment_id = #{id}
			AND owner_kind = #{kind}
			AND owner_id = #{owner}
			""")
	int deleteOwner(@Param("id") long id, @Param("kind") String kind, @Param("owner") String owner);

	@Delete("""
			DELETE FROM attachment
			WHERE id = #{id}
			AND public_code IS NULL
			AND NOT EXISTS (SELECT 1 FROM attachment_owner o WHERE o.attachment_id = #{id})
			""")
	int delete(@Param("id") long id);

	/** A file's row; the name is sealed. */
	record Row(long id, String address, String kind, long byteSize, byte[] name, long unitId, long uploadedBy,
			Instant uploadedAt, int openFindings, @Nullable String publicCode) {
	}

}
