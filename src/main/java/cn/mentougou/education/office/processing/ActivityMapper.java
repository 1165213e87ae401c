package cn.mentougou.education.office.processing;

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

/** Table {@code processing_activity}. */
@Mapper
interface ActivityMapper {

	@Select("""
			SELECT id, name, purpose, legal_basis, categories, about_minors, recipients, retention, in_charge,
				assessed_on, assessment, audited_on, audit_result, begun_on, ended_on, version
			FROM processing_activity
			WHERE id = #{id}
			""")
	Optional<Row> find(@Param("id") long id);

	/** All of them: a commission has some dozens. */
	@Select("""
			SELECT id, name, purpose, legal_basis, categories, about_minors, recipients, retention, in_charge,
				assessed_on, assessment, audited_on, audit_result, begun_on, ended_on, version
			FROM processing_activity
			ORDER BY ended_on IS NOT NULL, id
			LIMIT 500
			""")
	List<Row> list();

	@Insert("""
			INSERT INTO processing_activity (name, purpose, legal_basis, categories, about_minors, recipients,
				retention, in_charge, assessed_on, assessment, audited_on, audit_result, begun_on, version)
			VALUES (#{row.text.name}, #{row.text.purpose}, #{row.text.legalBasis}, #{row.text.categories},
				#{row.text.aboutMinors}, #{row.text.recipients}, #{row.text.retention}, #{row.inCharge},
				#{row.assessedOn}, #{row.text.assessment}, #{row.auditedOn}, #{row.text.auditResult},
				#{row.begunOn}, 1)
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Activity row, @Param("key") GeneratedKey key);

	@Update("""
			UPDATE processing_activity
			SET name = #{text.name}, purpose = #{text.purpose}, legal_basis = #{text.legalBasis},
				categories = #{text.categories}, about_minors = #{text.aboutMinors}, recipients = #{text.recipients},
				retention = #{text.retention}, in_charge = #{inCharge}, assessed_on = #{assessedOn},
				assessment = #{text.assessment}, audited_on = #{auditedOn}, audit_result = #{text.auditResult},
				version = version + 1
			WHERE id = #{id}
			AND version = #{version}
			AND ended_on IS NULL
			""")
	int change(Activity activity);

	@Update("""
			UPDATE processing_activity
			SET ended_on = #{on}, version = version + 1
			WHERE id = #{id}
			AND ended_on IS NULL
			""")
	int end(@Param("id") long id, @Param("on") LocalDate on);

	/** An activity as it is stored. */
	record Row(long id, String name, String purpose, String legalBasis, String categories, boolean aboutMinors,
			String recipients, String retention, @Nullable Long inCharge, @Nullable LocalDate assessedOn,
			String assessment, @Nullable LocalDate auditedOn, String auditResult, LocalDate begunOn,
			@Nullable LocalDate endedOn, long version) {

		Activity activity() {
			return new Activity(this.id,
					new ActivityText(this.name, this.purpose, this.legalBasis, this.categories, this.aboutMinors,
							this.recipients, this.retention, this.assessment, this.auditResult),
					this.inCharge, this.assessedOn, this.auditedOn, this.begunOn, this.endedOn, this.version);
		}

	}

}
