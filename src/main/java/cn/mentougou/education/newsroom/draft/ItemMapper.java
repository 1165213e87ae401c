package cn.mentougou.education.newsroom.draft;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;

/** The items and who wrote them. */
@Mapper
interface ItemMapper {

	@Select("""
			SELECT id, unit_id, version, revision, stage, title, level, created_by, created_at, changed_by, changed_at
			FROM news_item
			WHERE id = #{id}
			""")
	Optional<NewsItem> find(@Param("id") long id);

	@Select("""
			SELECT id, unit_id, version, revision, stage, title, level, created_by, created_at, changed_by, changed_at
			FROM news_item
			WHERE id = #{id}
			FOR UPDATE
			""")
	Optional<NewsItem> hold(@Param("id") long id);

	@Select("""
			<script>
			SELECT id, unit_id, version, revision, stage, title, level, created_by, created_at, changed_by, changed_at
			FROM news_item
			<where>
				id &lt; #{before}
				<if test="units != null">
					AND unit_id IN <foreach collection="units" item="one" open="(" separator="," close=")">#{one}</foreach>
				</if>
				<if test="filter.stage != null">AND stage = #{filter.stage}</if>
				<if test="filter.level != null">AND level = #{filter.level}</if>
				<if test="filter.unit != null">AND unit_id = #{filter.unit}</if>
				<if test="filter.board != null">
					AND id IN (SELECT item_id FROM news_item_board WHERE board_id = #{filter.board})
				</if>
				<if test="words != null">AND title LIKE #{words}</if>
			</where>
			ORDER BY id DESC
			LIMIT #{limit}
			</script>
			""")
	List<NewsItem> list(@Param("units") @Nullable Collection<Long> units, @Param("filter") ItemFilter filter,
			@Param("words") @Nullable String words, @Param("before") long before, @Param("limit") int limit);

	@Select("""
			SELECT id, unit_id, version, revision, stage, title, level, created_by, created_at, changed_by, changed_at
			FROM news_item
			WHERE stage IN ('RETURNED', 'CHANGED')
			AND EXISTS (SELECT 1 FROM news_author WHERE item_id = news_item.id AND person_id = #{person})
			ORDER BY id DESC
			LIMIT 50
			""")
	List<NewsItem> waitingFor(@Param("person") long person);

	@Select("""
			SELECT person_id
			FROM news_author
			WHERE item_id = #{item}
			""")
	Set<Long> authorsOf(@Param("item") long item);

	@Insert("""
			INSERT INTO news_item (unit_id, version, revision, stage, title, level, outlet_id, created_by, created_at,
				changed_by, changed_at)
			VALUES (#{unit}, 1, 1, 'DRAFT', #{draft.title}, #{draft.level}, #{draft.outletId}, #{by}, #{at}, #{by}, #{at})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("unit") long unit, @Param("draft") NewsDraft draft, @Param("by") long by, @Param("at") Instant at,
			@Param("key") GeneratedKey key);

	@Insert("""
			INSERT IGNORE INTO news_author (item_id, person_id, since)
			VALUES (#{item}, #{person}, #{at})
			""")
	int insertAuthor(@Param("item") long item, @Param("person") long person, @Param("at") Instant at);

	@Insert("""
			INSERT INTO news_item_board (board_id, item_id)
			VALUES (#{board}, #{item})
			""")
	int insertBoard(@Param("item") long item, @Param("board") long board);

	@Delete("""
			DELETE FROM news_item_board
			WHERE item_id = #{item}
			""")
	int deleteBoards(@Param("item") long item);

	@Update("""
			UPDATE news_item
			SET version = #{version}, revision = revision + 1, stage = #{stage}, title = #{draft.title},
				level = #{draft.level}, outlet_id = #{draft.outletId}, changed_by = #{by}, changed_at = #{at}
			WHERE id = #{item.id}
			AND revision = #{item.revision}
			""")
	int save(@Param("item") NewsItem item, @Param("version") int version, @Param("stage") Stage stage,
			@Param("draft") NewsDraft draft, @Param("by") long by, @Param("at") Instant at);

	@Update("""
			UPDATE news_item
			SET stage = #{stage}
			WHERE id = #{id}
			AND stage != 'WITHDRAWN'
			""")
	int stage(@Param("id") long id, @Param("stage") Stage stage);

}
