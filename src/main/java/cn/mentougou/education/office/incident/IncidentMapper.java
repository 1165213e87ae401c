package cn.mentougou.education.office.incident;

import java.time.Instant;
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

/** Table {@code data_incident}. */
@Mapper
interface IncidentMapper {

	@Select("""
			SELECT id, happened_at, known_at, what, categories, people, about_minors, measures, authority,
				authority_told_at, people_told_how, people_told_at, people_not_told_because, recorded_at, closed_at,
				version
			FROM data_incident
			WHERE id = #{id}
			""")
	Optional<Row> find(@Param("id") long id);

	/** The latest ones before one of them. */
	@Select("""
			SELECT id, happened_at, known_at, what, categories, people, about_minors, measures, authority,
				authority_told_at, people_told_how, people_told_at, people_not_told_because, recorded_at, closed_at,
				version
			FROM data_incident
			WHERE id < #{before}
			ORDER BY id DESC
			LIMIT #{limit}
			""")
	List<Row> listBefore(@Param("before") long before, @Param("limit") int limit);

	@Select("""
			SELECT id, happened_at, known_at, what, categories, people, about_minors, measures, authority,
				authority_told_at, people_told_how, people_told_at, people_not_told_because, recorded_at, closed_at,
				version
			FROM data_incident
			WHERE closed_at IS NULL
			ORDER BY id
			LIMIT 50
			""")
	List<Row> listOpen();

	@Insert("""
			INSERT INTO data_incident (happened_at, known_at, what, categories, people, about_minors, authority,
				people_told_how, people_not_told_because, recorded_by, recorded_at, version)
			VALUES (#{at}, #{at}, '', '', 0, FALSE, '', '', '', #{by}, #{at}, 0)
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("by") long by, @Param("at") Instant at, @Param("key") GeneratedKey key);

	@Update("""
			UPDATE data_incident
			SET happened_at = #{account.happenedAt}, known_at = #{account.knownAt}, what = #{what},
				categories = #{account.categories}, people = #{account.people},
				about_minors = #{account.aboutMinors}, measures = #{measures}, authority = #{account.authority},
				authority_told_at = #{account.authorityToldAt}, people_told_how = #{account.peopleToldHow},
				people_told_at = #{account.peopleToldAt},
				people_not_told_because = #{account.peopleNotToldBecause}, version = version + 1
			WHERE id = #{id}
			AND version = #{version}
			AND closed_at IS NULL
			""")
	int change(Change change);

	@Update("""
			UPDATE data_incident
			SET closed_at = #{at}, version = version + 1
			WHERE id = #{id}
			AND closed_at IS NULL
			""")
	int close(@Param("id") long id, @Param("at") Instant at);

	@Update("""
			UPDATE data_incident
			SET what = #{after}
			WHERE id = #{id}
			AND what = #{before}
			""")
	int exchangeWhat(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Update("""
			UPDATE data_incident
			SET measures = #{after}
			WHERE id = #{id}
			AND measures = #{before}
			""")
	int exchangeMeasures(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	/** An incident as it is stored; what happened and the measures are sealed. */
	record Row(long id, Instant happenedAt, Instant knownAt, byte[] what, String categories, long people,
			boolean aboutMinors, byte @Nullable [] measures, String authority, @Nullable Instant authorityToldAt,
			String peopleToldHow, @Nullable Instant peopleToldAt, String peopleNotToldBecause, Instant recordedAt,
			@Nullable Instant closedAt, long version) {
	}

	/** What is to stand in an incident that is still at this version. */
	record Change(long id, long version, Incident.Account account, byte[] what, byte[] measures) {
	}

}
