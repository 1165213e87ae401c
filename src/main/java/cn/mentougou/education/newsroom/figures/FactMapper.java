package cn.mentougou.education.newsroom.figures;

import java.time.LocalDate;
import java.util.List;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Every item that was ever shown, as it is counted. */
@Mapper
interface FactMapper {

	/** The items first shown in these days, and those of these pushes, whenever shown. */
	@Select("""
			<script>
			SELECT item_id, shown_on, level, unit_id, withdrawn_on
			FROM news_fact
			WHERE shown_on BETWEEN #{from} AND #{until}
			<if test="!pushed.isEmpty()">
			OR item_id IN <foreach collection="pushed" item="item" open="(" separator="," close=")">#{item}</foreach>
			</if>
			ORDER BY item_id
			</script>
			""")
	List<Fact> facts(@Param("from") LocalDate from, @Param("until") LocalDate until,
			@Param("pushed") List<Long> pushed);

	@Select("""
			<script>
			SELECT item_id, board
			FROM news_fact_board
			WHERE item_id IN <foreach collection="items" item="item" open="(" separator="," close=")">#{item}</foreach>
			ORDER BY item_id, board
			</script>
			""")
	List<BoardFact> boards(@Param("items") List<Long> items);

	@Select("""
			SELECT DISTINCT YEAR(shown_on)
			FROM news_fact
			ORDER BY 1 DESC
			""")
	List<Integer> years();

	/**
	 * The day on which it was first shown never changes; what is shown is not withdrawn.
	 */
	@Insert("""
			INSERT INTO news_fact (item_id, shown_on, level, unit_id)
			VALUES (#{item}, #{shownOn}, #{level}, #{unit})
			ON DUPLICATE KEY UPDATE level = VALUES(level), unit_id = COALESCE(VALUES(unit_id), unit_id),
				withdrawn_on = NULL
			""")
	int put(@Param("item") long item, @Param("shownOn") LocalDate shownOn, @Param("level") String level,
			@Param("unit") @Nullable Long unit);

	@Insert("""
			INSERT INTO news_fact_board (item_id, board)
			VALUES (#{item}, #{board})
			""")
	int putBoard(@Param("item") long item, @Param("board") String board);

	@Update("""
			UPDATE news_fact
			SET withdrawn_on = #{day}
			WHERE item_id = #{item}
			""")
	int withdraw(@Param("item") long item, @Param("day") LocalDate day);

	@Delete("""
			DELETE FROM news_fact_board
			WHERE item_id = #{item}
			""")
	int clearBoards(@Param("item") long item);

	/** One item. */
	record Fact(long itemId, LocalDate shownOn, String level, @Nullable Long unitId, @Nullable LocalDate withdrawnOn) {
	}

	/** A board of an item. */
	record BoardFact(long itemId, String board) {
	}

}
