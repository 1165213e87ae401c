package cn.mentougou.education.newsroom.outlet;

import java.time.Instant;
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

/** The outlets and whom to call there. */
@Mapper
interface OutletMapper {

	@Select("""
			SELECT id, name, kind, site, listed_on, listed_place, listed_by, listed_at, permission, is_used, revision
			FROM media_outlet
			WHERE id = #{id}
			""")
	Optional<Outlet> find(@Param("id") long id);

	@Select("""
			SELECT id, name, kind, site, listed_on, listed_place, listed_by, listed_at, permission, is_used, revision
			FROM media_outlet
			ORDER BY is_used DESC, id
			LIMIT 500
			""")
	List<Outlet> all();

	@Select("""
			SELECT id, details, salt
			FROM media_contact
			WHERE outlet_id = #{outlet}
			ORDER BY id
			""")
	List<ContactRow> contactsOf(@Param("outlet") long outlet);

	@Select("""
			SELECT id, details, salt
			FROM media_contact
			WHERE id > #{after}
			ORDER BY id
			LIMIT 100
			""")
	List<ContactRow> contactsAfter(@Param("after") long after);

	@Insert("""
			INSERT INTO media_outlet (name, kind, site, listed_on, listed_place, listed_by, listed_at, permission, is_used,
				revision, changed_by, changed_at)
			VALUES (#{row.name}, #{row.kind}, #{row.site}, #{row.listedOn}, #{row.listedPlace}, #{listedBy}, #{listedAt},
				#{row.permission}, #{row.isUsed}, 0, #{by}, #{at})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") OutletDetails row, @Param("listedBy") @Nullable Long listedBy,
			@Param("listedAt") @Nullable Instant listedAt, @Param("by") long by, @Param("at") Instant at,
			@Param("key") GeneratedKey key);

	@Update("""
			UPDATE media_outlet
			SET name = #{row.name}, kind = #{row.kind}, site = #{row.site}, listed_on = #{row.listedOn},
				listed_place = #{row.listedPlace}, listed_by = #{listedBy}, listed_at = #{listedAt},
				permission = #{row.permission}, is_used = #{row.isUsed}, revision = revision + 1, changed_by = #{by},
				changed_at = #{at}
			WHERE id = #{id}
			AND revision = #{revision}
			""")
	int change(@Param("id") long id, @Param("revision") int revision, @Param("row") OutletDetails row,
			@Param("listedBy") @Nullable Long listedBy, @Param("listedAt") @Nullable Instant listedAt,
			@Param("by") long by, @Param("at") Instant at);

	@Insert("""
			INSERT INTO media_contact (outlet_id, details, salt, added_by, added_at)
			VALUES (#{outlet}, #{details}, #{salt}, #{by}, #{at})
			""")
	int insertContact(@Param("outlet") long outlet, @Param("details") byte[] details, @Param("salt") String salt,
			@Param("by") long by, @Param("at") Instant at);

	@Update("""
			UPDATE media_contact
			SET details = #{after}
			WHERE id = #{id}
			AND details = #{before}
			""")
	int reseal(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Delete("""
			DELETE FROM media_contact
			WHERE id = #{id}
			AND outlet_id = #{outlet}
			""")
	int deleteContact(@Param("id") long id, @Param("outlet") long outlet);

	/** A contact as it is stored: sealed at the place that its salt names. */
	record ContactRow(long id, byte[] details, String salt) {

		String place() {
			return "media_contact.details:" + this.salt;
		}

	}

}
