package cn.mentougou.education.office.post;

import java.time.Instant;
import java.time.LocalDate;
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

/** The posts. */
@Mapper
interface PostMapper {

	@Select("""
			SELECT id, person_id, kind, from_on, until_on
			FROM disclosure_post
			WHERE id = #{id}
			""")
	Optional<Row> find(@Param("id") long id);

	@Select("""
			SELECT id, person_id, kind, from_on, until_on
			FROM disclosure_post
			WHERE id < #{before}
			ORDER BY id DESC
			LIMIT #{limit}
			""")
	List<Row> list(@Param("before") long before, @Param("limit") int limit);

	@Select("""
			SELECT id
			FROM disclosure_post
			WHERE person_id = #{person.value}
			AND (until_on IS NULL OR until_on >= #{from})
			AND (#{until} IS NULL OR from_on <= #{until})
			LIMIT 1
			LOCK IN SHARE MODE
			""")
	Optional<Long> anyBetween(@Param("person") PersonId person, @Param("from") LocalDate from,
			@Param("until") @Nullable LocalDate until);

	@Select("""
			SELECT kind, COUNT(*) AS people
			FROM disclosure_post
			WHERE from_on <= #{day}
			AND (until_on IS NULL OR until_on >= #{day})
			GROUP BY kind
			""")
	List<Tally> countOn(@Param("day") LocalDate day);

	@Insert("""
			INSERT INTO disclosure_post (person_id, kind, from_on, until_on, recorded_by, recorded_at)
			VALUES (#{row.personId}, #{row.kind}, #{row.fromOn}, #{row.untilOn}, #{by}, #{at})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Row row, @Param("by") long by, @Param("at") Instant at, @Param("key") GeneratedKey key);

	/** Inserts the post and returns its number. */
	default long insert(Row row, long by, Instant at) {
		GeneratedKey key = new GeneratedKey();
		insert(row, by, at, key);
		return key.getValue();
	}

	@Update("""
			UPDATE disclosure_post
			SET until_on = #{until}
			WHERE id = #{id}
			AND from_on <= #{until}
			AND (until_on IS NULL OR until_on > #{until})
			""")
	int end(@Param("id") long id, @Param("until") LocalDate until);

	@Update("""
			UPDATE disclosure_post
			SET until_on = #{until}
			WHERE person_id = #{person.value}
			AND (until_on IS NULL OR until_on > #{until})
			""")
	int endAllOf(@Param("person") PersonId person, @Param("until") LocalDate until);

	/** A post as it is stored. */
	record Row(long id, long personId, PostKind kind, LocalDate fromOn, @Nullable LocalDate untilOn) {

		DisclosurePost post() {
			return new DisclosurePost(this.id, new PersonId(this.personId), this.kind, this.fromOn, this.untilOn);
		}

	}

	/** How many people of a kind. */
	record Tally(PostKind kind, int people) {
	}

}
