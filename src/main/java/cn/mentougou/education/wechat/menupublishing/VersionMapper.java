package cn.mentougou.education.wechat.menupublishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.wechat.menupublishing.MenuVersion.Origin;

/** The saved menus. */
@Mapper
interface VersionMapper {

	@Select("""
			SELECT id, app_id, number, content, note, origin, source_id, author_id, created_at
			FROM menu_version
			WHERE id = #{id}
			""")
	Optional<MenuVersion> find(@Param("id") long id);

	@Select("""
			SELECT id, app_id, number, content, note, origin, source_id, author_id, created_at
			FROM menu_version
			WHERE app_id = #{appId}
			ORDER BY number DESC
			LIMIT 1
			""")
	Optional<MenuVersion> findLatest(@Param("appId") String appId);

	@Select("""
			SELECT id, app_id, number, content, note, origin, source_id, author_id, created_at
			FROM menu_version
			WHERE app_id = #{appId}
			AND id < #{before}
			ORDER BY id DESC
			LIMIT #{most}
			""")
	List<MenuVersion> listBefore(@Param("appId") String appId, @Param("before") long before, @Param("most") int most);

	@Insert("""
			INSERT INTO menu_version (app_id, number, content, note, origin, source_id, author_id, created_at)
			VALUES (#{row.appId}, #{row.number}, #{row.content}, #{row.note}, #{row.origin}, #{row.sourceId},
				#{row.authorId}, #{row.createdAt})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value")
	void insert(@Param("row") Row row, @Param("key") GeneratedKey key);

	default long insert(Row row) {
		GeneratedKey key = new GeneratedKey();
		insert(row, key);
		return key.getValue();
	}

	/** A version that has no number among all yet. */
	record Row(String appId, int number, String content, String note, Origin origin, @Nullable Long sourceId,
			long authorId, Instant createdAt) {
	}

}
