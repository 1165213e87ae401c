package cn.mentougou.education.wechat.template;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/**
 * Tables {@code message_template}, {@code template_reading}, {@code template_use} and
 * {@code template_use_field}.
 */
@Mapper
interface TemplateMapper {

	@Select("""
			SELECT app_id, template_id, kind, title, content, example, gone_at
			FROM message_template
			WHERE app_id = #{appId}
			AND template_id = #{id}
			""")
	Optional<Row> find(@Param("appId") String appId, @Param("id") String id);

	@Select("""
			SELECT app_id, template_id, kind, title, content, example, gone_at
			FROM message_template
			WHERE app_id = #{appId}
			AND gone_at IS NULL
			ORDER BY kind, title, template_id
			LIMIT 200
			""")
	List<Row> list(@Param("appId") String appId);

	@Select("""
			SELECT app_id, part, tried_at, done_at, failure
			FROM template_reading
			WHERE app_id = #{appId}
			ORDER BY part
			""")
	List<Reading> readings(@Param("appId") String appId);

	@Select("""
			SELECT app_id, purpose, template_id
			FROM template_use
			WHERE app_id = #{appId}
			ORDER BY purpose
			""")
	List<Use> uses(@Param("appId") String appId);

	@Select("""
			SELECT field, value_code, words
			FROM template_use_field
			WHERE app_id = #{appId}
			AND purpose = #{purpose}
			ORDER BY field
			""")
	List<Filling> fillings(@Param("appId") String appId, @Param("purpose") String purpose);

	@Insert("""
			INSERT INTO message_template (app_id, template_id, kind, title, content, example, seen_at, gone_at)
			VALUES (#{t.appId}, #{t.id}, #{t.kind}, #{t.title}, #{t.content}, #{t.example}, #{at}, NULL)
			ON DUPLICATE KEY UPDATE kind = VALUES(kind), title = VALUES(title), content = VALUES(content),
				example = VALUES(example), seen_at = GREATEST(seen_at, VALUES(seen_at)), gone_at = NULL
			""")
	int upsert(@Param("t") MessageTemplate template, @Param("at") Instant at);

	@Insert("""
			INSERT INTO template_reading (app_id, part, tried_at, done_at, failure)
			VALUES (#{appId}, #{part}, #{triedAt}, #{doneAt}, #{failure})
			ON DUPLICATE KEY UPDATE tried_at = VALUES(tried_at), done_at = COALESCE(VALUES(done_at), done_at),
				failure = VALUES(failure)
			""")
	int record(Reading reading);

	@Insert("""
			INSERT INTO template_use (app_id, purpose, template_id, chosen_by, chosen_at)
			VALUES (#{use.appId}, #{use.purpose}, #{use.templateId}, #{by}, #{at})
			ON DUPLICATE KEY UPDATE template_id = VALUES(template_id), chosen_by = VALUES(chosen_by),
				chosen_at = VALUES(chosen_at)
			""")
	int choose(@Param("use") Use use, @Param("by") long by, @Param("at") Instant at);

	@Insert("""
			INSERT INTO template_use_field (app_id, purpose, field, value_code, words)
			VALUES (#{use.appId}, #{use.purpose}, #{filling.field}, #{filling.valueCode}, #{filling.words})
			""")
	int fill(@Param("use") Use use, @Param("filling") Filling filling);

	/** What was not seen in the reading of this moment is gone. */
	@Update("""
			UPDATE message_template
			SET gone_at = #{at}
			WHERE app_id = #{appId}
			AND (kind = 'MESSAGE') = #{isMessage}
			AND seen_at < #{at}
			AND gone_at IS NULL
			""")
	int markGone(@Param("appId") String appId, @Param("isMessage") boolean isMessage, @Param("at") Instant at);

	@Delete("""
			DELETE FROM template_use_field
			WHERE app_id = #{appId}
			AND purpose = #{purpose}
			""")
	int clearFillings(@Param("appId") String appId, @Param("purpose") String purpose);

	/** A template as it is stored. */
	record Row(String appId, String templateId, TemplateKind kind, String title, String content, String example,
			@Nullable Instant goneAt) {

		MessageTemplate template() {
			return new MessageTemplate(this.appId, this.templateId, this.kind, this.title, this.content, this.example,
					this.goneAt != null);
		}

	}

	/**
	 * When one of the two lists was read last.
	 *
	 * @param appId the account
	 * @param part {@code MESSAGE} or {@code NOTICE}
	 * @param triedAt when it was tried last
	 * @param doneAt when it succeeded last
	 * @param failure why the last try failed; null if it did not
	 */
	record Reading(String appId, String part, Instant triedAt, @Nullable Instant doneAt, @Nullable String failure) {
	}

	/** Which template serves a purpose. */
	record Use(String appId, String purpose, String templateId) {
	}

	/** What fills a field: a value of the purpose, or words that are always the same. */
	record Filling(String field, @Nullable String valueCode, @Nullable String words) {
	}

}
