package cn.mentougou.education.office.unit;

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
import cn.mentougou.education.shared.UnitId;

/** The tree of units and its closure. */
@Mapper
interface UnitMapper {

	@Select("""
			SELECT id, parent_id, kind, name, closed_at
			FROM office_unit
			WHERE id = #{id.value}
			""")
	Optional<Row> find(@Param("id") UnitId id);

	@Select("""
			SELECT id, parent_id, kind, name, closed_at
			FROM office_unit
			WHERE id = #{id.value}
			LOCK IN SHARE MODE
			""")
	Optional<Row> findAndHold(@Param("id") UnitId id);

	@Select("""
			SELECT id, parent_id, kind, name, closed_at
			FROM office_unit
			WHERE parent_id = 0
			AND open_name IS NOT NULL
			""")
	Optional<Row> findTop();

	@Select("""
			SELECT id, parent_id, kind, name, closed_at
			FROM office_unit
			ORDER BY id
			""")
	List<Row> all();

	@Select("""
			<script>
			SELECT unit_id, below_id
			FROM unit_reach
			WHERE unit_id IN
			<foreach collection="ids" item="id" open="(" separator="," close=")">#{id.value}</foreach>
			</script>
			""")
	List<Reach> reachOf(@Param("ids") Collection<UnitId> ids);

	@Select("""
			SELECT COUNT(*)
			FROM office_unit
			WHERE parent_id = #{id.value}
			AND open_name IS NOT NULL
			""")
	int countOpenBelow(@Param("id") UnitId id);

	@Insert("""
			INSERT INTO office_unit (parent_id, kind, name, open_name, opened_at)
			VALUES (#{row.parentId}, #{row.kind}, #{row.name}, #{row.name}, #{at})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Row row, @Param("at") Instant at, @Param("key") GeneratedKey key);

	/** Inserts the unit and returns its number. */
	default UnitId insert(Row row, Instant at) {
		GeneratedKey key = new GeneratedKey();
		insert(row, at, key);
		return new UnitId(key.getValue());
	}

	@Insert("""
			INSERT INTO unit_reach (unit_id, below_id)
			SELECT unit_id, #{id.value}
			FROM unit_reach
			WHERE below_id = #{parent.value}
			UNION ALL
			SELECT #{id.value}, #{id.value}
			""")
	int insertReach(@Param("id") UnitId id, @Param("parent") UnitId parent);

	@Insert("""
			INSERT INTO unit_reach (unit_id, below_id)
			SELECT above.unit_id, below.below_id
			FROM unit_reach above
			CROSS JOIN unit_reach below
			WHERE above.below_id = #{parent.value}
			AND below.unit_id = #{id.value}
			""")
	int joinReach(@Param("id") UnitId id, @Param("parent") UnitId parent);

	@Update("""
			UPDATE unit_tree
			SET changes = changes + 1
			WHERE id = 1
			""")
	int raiseChanges();

	@Update("""
			UPDATE office_unit
			SET name = #{name}, open_name = #{name}
			WHERE id = #{id.value}
			AND open_name IS NOT NULL
			""")
	int rename(@Param("id") UnitId id, @Param("name") String name);

	@Update("""
			UPDATE office_unit
			SET parent_id = #{parent.value}
			WHERE id = #{id.value}
			AND open_name IS NOT NULL
			""")
	int move(@Param("id") UnitId id, @Param("parent") UnitId parent);

	@Update("""
			UPDATE office_unit
			SET open_name = NULL, closed_at = #{at}
			WHERE id = #{id.value}
			AND open_name IS NOT NULL
			""")
	int close(@Param("id") UnitId id, @Param("at") Instant at);

	@Delete("""
			DELETE reach
			FROM unit_reach reach
			JOIN unit_reach below ON below.unit_id = #{id.value} AND below.below_id = reach.below_id
			JOIN unit_reach above ON above.below_id = #{id.value} AND above.unit_id = reach.unit_id
			WHERE above.unit_id != #{id.value}
			""")
	int cutReach(@Param("id") UnitId id);

	/** A unit as it is stored. */
	record Row(long id, long parentId, UnitKind kind, String name, @Nullable Instant closedAt) {

		Unit unit() {
			return new Unit(new UnitId(this.id), (this.parentId != 0) ? new UnitId(this.parentId) : null, this.kind,
					this.name, this.closedAt == null);
		}

	}

	/** A unit and one that lies below it or is itself. */
	record Reach(long unitId, long belowId) {
	}

}
