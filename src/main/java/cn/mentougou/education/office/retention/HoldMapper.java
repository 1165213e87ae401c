package cn.mentougou.education.office.retention;

import java.time.Instant;
import java.util.List;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;

/** Table {@code data_hold}. */
@Mapper
interface HoldMapper {

	@Select("""
			SELECT id, register, person, reason, placed_by, placed_at, lifted_at
			FROM data_hold
			WHERE lifted_at IS NULL
			ORDER BY id
			""")
	List<Row> listOpen();

	/** All of them, lifted or not. */
	@Select("""
			SELECT id, register, person, reason, placed_by, placed_at, lifted_at
			FROM data_hold
			WHERE id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Row> listAfter(@Param("after") long after, @Param("limit") int limit);

	/** The number of the last hold that was ever placed, and so a sign of a new one. */
	@Select("""
			SELECT COALESCE(MAX(id), 0)
			FROM data_hold
			""")
	long findLastId();

	@Insert("""
			INSERT INTO data_hold (register, person, reason, placed_by, placed_at)
			VALUES (#{row.register}, #{row.person}, #{row.reason}, #{row.placedBy}, #{row.placedAt})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Row row, @Param("key") GeneratedKey key);

	@Update("""
			UPDATE data_hold
			SET lifted_by = #{by}, lifted_at = #{at}
			WHERE id = #{id}
			AND lifted_at IS NULL
			""")
	int lift(@Param("id") long id, @Param("by") long by, @Param("at") Instant at);

	/** Forgets whom a lifted hold was about. */
	@Update("""
			UPDATE data_hold
			SET person = NULL, reason = NULL
			WHERE id = #{id}
			AND lifted_at IS NOT NULL
			""")
	int forget(@Param("id") long id);

	@Update("""
			UPDATE data_hold
			SET person = #{after}
			WHERE id = #{id}
			AND person = #{before}
			""")
	int exchangePerson(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Update("""
			UPDATE data_hold
			SET reason = #{after}
			WHERE id = #{id}
			AND reason = #{before}
			""")
	int exchangeReason(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Delete("""
			DELETE FROM data_hold
			WHERE lifted_at < #{before}
			""")
	int deleteLiftedBefore(@Param("before") Instant before);

	/** A hold's row; person and reason are sealed. */
	record Row(long id, @Nullable String register, byte @Nullable [] person, byte @Nullable [] reason, long placedBy,
			Instant placedAt, @Nullable Instant liftedAt) {
	}

}
