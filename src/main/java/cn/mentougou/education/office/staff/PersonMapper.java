package cn.mentougou.education.office.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.UnitId;

/** The people. */
@Mapper
interface PersonMapper {

	@Select("""
			SELECT id, unit_id, name, phone, version, joined_on, left_on
			FROM office_person
			WHERE id = #{id.value}
			""")
	Optional<Row> find(@Param("id") PersonId id);

	@Select("""
			SELECT id, unit_id, name, phone, version, joined_on, left_on
			FROM office_person
			WHERE id = #{id.value}
			FOR UPDATE
			""")
	Optional<Row> findAndLock(@Param("id") PersonId id);

	@Select("""
			SELECT id, unit_id, name, phone, version, joined_on, left_on
			FROM office_person
			WHERE name_index = #{index}
			ORDER BY id
			LIMIT 50
			""")
	List<Row> named(@Param("index") byte[] index);

	@Select("""
			SELECT id, unit_id, name, phone, version, joined_on, left_on
			FROM office_person
			WHERE phone_index = #{index}
			ORDER BY id
			LIMIT 50
			""")
	List<Row> withPhone(@Param("index") byte[] index);

	@Select("""
			<script>
			SELECT id, unit_id, name, phone, version, joined_on, left_on
			FROM office_person
			WHERE id IN
			<foreach collection="ids" item="id" open="(" separator="," close=")">#{id.value}</foreach>
			</script>
			""")
	List<Row> byIds(@Param("ids") Collection<PersonId> ids);

	@Select("""
			<script>
			SELECT id, unit_id, name, phone, version, joined_on, left_on
			FROM office_person
			<where>
				id > #{filter.after}
				AND unit_id IN
				<foreach collection="units" item="unit" open="(" separator="," close=")">#{unit.value}</foreach>
				<if test="filter.left">AND left_on IS NOT NULL</if>
				<if test="!filter.left">AND left_on IS NULL</if>
				<if test="nameIndex != null">AND name_index = #{nameIndex}</if>
				<if test="filter.role != null">
				AND id IN (
					SELECT person_id
					FROM office_appointment
					WHERE role = #{filter.role}
					AND taken_at IS NULL
					AND from_on &lt;= #{day}
					AND (until_on IS NULL OR until_on >= #{day}))
				</if>
			</where>
			ORDER BY id
			LIMIT #{filter.limit}
			</script>
			""")
	List<Row> list(@Param("filter") PersonFilter filter, @Param("units") Collection<UnitId> units,
			@Param("nameIndex") byte @Nullable [] nameIndex, @Param("day") LocalDate day);

	@Select("""
			SELECT id, unit_id, name, phone, version, joined_on, left_on
			FROM office_person
			WHERE id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Row> after(@Param("after") long after, @Param("limit") int limit);

	@Select("""
			SELECT id, unit_id, name, phone, version, joined_on, left_on
			FROM office_person
			WHERE left_on < #{day}
			AND name != ''
			AND id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Row> leftBefore(@Param("day") LocalDate day, @Param("after") long after, @Param("limit") int limit);

	@Select("""
			SELECT id
			FROM office_person
			WHERE unit_id = #{unit.value}
			AND left_on IS NULL
			LIMIT 1
			LOCK IN SHARE MODE
			""")
	Optional<Long> anyHereIn(@Param("unit") UnitId unit);

	@Insert("""
			INSERT INTO office_person (unit_id, name, name_index, phone_index, identity_index, version, joined_on)
			VALUES (#{row.unit.value}, '', #{row.nameIndex}, #{row.phoneIndex}, #{row.identityIndex}, 1, #{on})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Indexes row, @Param("on") LocalDate on, @Param("key") GeneratedKey key);

	/** Inserts the person, whose sealed words follow: they are bound to the number. */
	default PersonId insert(Indexes row, LocalDate on) {
		GeneratedKey key = new GeneratedKey();
		insert(row, on, key);
		return new PersonId(key.getValue());
	}

	@Update("""
			UPDATE office_person
			SET name = #{name}, phone = #{phone}
			WHERE id = #{id.value}
			""")
	int seal(@Param("id") PersonId id, @Param("name") byte[] name, @Param("phone") byte @Nullable [] phone);

	@Update("""
			UPDATE office_person
			SET unit_id = #{row.unit.value}, name_index = #{row.nameIndex}, phone_index = #{row.phoneIndex},
				identity_index = #{row.identityIndex}, version = version + 1
			WHERE id = #{id.value}
			AND left_on IS NULL
			AND version = #{version}
			""")
	int change(@Param("id") PersonId id, @Param("version") long version, @Param("row") Indexes row);

	@Update("""
			UPDATE office_person
			SET left_on = #{on}, identity_index = NULL, version = version + 1
			WHERE id = #{id.value}
			AND left_on IS NULL
			""")
	int leave(@Param("id") PersonId id, @Param("on") LocalDate on);

	@Update("""
			UPDATE office_person
			SET version = version + 1
			WHERE id = #{id.value}
			AND left_on IS NULL
			""")
	int raiseVersion(@Param("id") PersonId id);

	@Update("""
			UPDATE office_person
			SET name = '', phone = NULL, name_index = #{nobody}, phone_index = NULL, identity_index = NULL
			WHERE id = #{id.value}
			AND left_on IS NOT NULL
			AND name != ''
			""")
	int erase(@Param("id") PersonId id, @Param("nobody") byte[] nobody);

	@Update("""
			UPDATE office_person
			SET name = #{after}
			WHERE id = #{id}
			AND name = #{before}
			""")
	int exchangeName(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Update("""
			UPDATE office_person
			SET phone = #{after}
			WHERE id = #{id}
			AND phone = #{before}
			""")
	int exchangePhone(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	/** A person as it is stored, sealed; an erased one has an empty name. */
	record Row(long id, long unitId, byte[] name, byte @Nullable [] phone, long version, LocalDate joinedOn,
			@Nullable LocalDate leftOn) {
	}

	/** Where a person is found. */
	record Indexes(UnitId unit, byte[] nameIndex, byte @Nullable [] phoneIndex, byte @Nullable [] identityIndex) {
	}

}
