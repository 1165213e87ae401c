package cn.mentougou.education.newsroom.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

import cn.mentougou.education.shared.GeneratedKey;

/** The boards. */
@Mapper
interface BoardMapper {

	@Select("""
			SELECT id, code, title, is_campaign, opens_on, closes_on, is_public, unit_id, fresh_days, place, revision
			FROM news_board
			WHERE id = #{id}
			""")
	Optional<Board> find(@Param("id") long id);

	@Select("""
			SELECT id, code, title, is_campaign, opens_on, closes_on, is_public, unit_id, fresh_days, place, revision
			FROM news_board
			ORDER BY place, id
			""")
	List<Board> all();

	@Insert("""
			INSERT INTO news_board (code, title, is_campaign, opens_on, closes_on, is_public, unit_id, fresh_days, place,
				revision, changed_by, changed_at)
			VALUES (#{code}, #{row.title}, TRUE, #{row.opensOn}, #{row.closesOn}, #{row.isPublic}, #{row.unitId},
				#{row.freshDays}, 100, 0, #{by}, #{at})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("code") String code, @Param("row") BoardDetails row, @Param("by") long by,
			@Param("at") Instant at, @Param("key") GeneratedKey key);

	@Update("""
			UPDATE news_board
			SET code = #{code}
			WHERE id = #{id}
			""")
	int name(@Param("id") long id, @Param("code") String code);

	@Update("""
			UPDATE news_board
			SET title = #{row.title}, opens_on = #{row.opensOn}, closes_on = #{row.closesOn}, is_public = #{row.isPublic},
				unit_id = #{row.unitId}, fresh_days = #{row.freshDays}, revision = revision + 1, changed_by = #{by},
				changed_at = #{at}
			WHERE id = #{id}
			AND revision = #{revision}
			""")
	int change(@Param("id") long id, @Param("revision") int revision, @Param("row") BoardDetails row,
			@Param("by") long by, @Param("at") Instant at);

}
