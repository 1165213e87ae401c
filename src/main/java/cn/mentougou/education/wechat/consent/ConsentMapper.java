package cn.mentougou.education.wechat.consent;

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

/** Tables {@code notice_consent} and {@code notice_choice}. */
@Mapper
interface ConsentMapper {

	/** Stands for all templates of the account. */
	String ACCOUNT = "*";

	@Select("""
			SELECT person, template_id, app_id, credits, accepted_at, refused_at, withdrawn_at, voided_at
			FROM notice_consent
			WHERE person = #{person}
			AND template_id = #{templateId}
			""")
	Optional<Row> find(@Param("person") byte[] person, @Param("templateId") String templateId);

	/** What is committed, whatever this transaction read before it had the lock. */
	@Select("""
			SELECT person, template_id, app_id, credits, accepted_at, refused_at, withdrawn_at, voided_at
			FROM notice_consent
			WHERE person = #{person}
			AND template_id = '*'
			FOR UPDATE
			""")
	Optional<Row> findHeld(@Param("person") byte[] person);

	@Select("""
			<script>
			SELECT person, template_id, app_id, credits, accepted_at, refused_at, withdrawn_at, voided_at
			FROM notice_consent
			WHERE person IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach>
			ORDER BY accepted_at, template_id
			</script>
			""")
	List<Row> list(@Param("people") List<byte[]> people);

	/** Whether the push is counted for the first time. */
	@Insert("""
			INSERT IGNORE INTO notice_choice (message_key, counted_at)
			VALUES (#{key}, #{at})
			""")
	int count(@Param("key") byte[] key, @Param("at") Instant at);

	/** Lets one event of a person pass after the other, and remembers an unfollow. */
	@Insert("""
			INSERT INTO notice_consent (person, template_id, app_id, credits, withdrawn_at, voided_at)
			VALUES (#{person}, '*', #{appId}, 0, NULL, #{at})
			ON DUPLICATE KEY UPDATE voided_at = GREATEST(voided_at, VALUES(voided_at))
			""")
	int hold(@Param("person") byte[] person, @Param("appId") String appId, @Param("at") Instant at);

	/** An accept that is not older than the last withdrawal. */
	@Insert("""
			INSERT INTO notice_consent (person, template_id, app_id, credits, accepted_at)
			VALUES (#{person}, #{templateId}, #{appId}, 1, #{at})
			ON DUPLICATE KEY UPDATE
				credits = CASE WHEN withdrawn_at IS NULL OR VALUES(accepted_at) > withdrawn_at THEN credits + 1 ELSE credits END,
				accepted_at = GREATEST(COALESCE(accepted_at, VALUES(accepted_at)), VALUES(accepted_at))
			""")
	int accept(Choice choice);

	/** A no in a pop-up: what was given before stays, but no notice without end. */
	@Insert("""
			INSERT INTO notice_consent (person, template_id, app_id, credits, refused_at)
			VALUES (#{person}, #{templateId}, #{appId}, 0, #{at})
			ON DUPLICATE KEY UPDATE
				refused_at = GREATEST(COALESCE(refused_at, VALUES(refused_at)), VALUES(refused_at))
			""")
	int refuse(Choice choice);

	/** Switched off in the settings; nothing that was given before is left. */
	@Insert("""
			INSERT INTO notice_consent (person, template_id, app_id, credits, withdrawn_at, voided_at)
			VALUES (#{choice.person}, #{choice.templateId}, #{choice.appId}, 0, #{choice.at}, #{now})
			ON DUPLICATE KEY UPDATE
				credits = 0,
				withdrawn_at = GREATEST(COALESCE(withdrawn_at, VALUES(withdrawn_at)), VALUES(withdrawn_at)),
				voided_at = VALUES(voided_at)
			""")
	int withdraw(@Param("choice") Choice choice, @Param("now") Instant now);

	/** The person left the account: everything is withdrawn. */
	@Update("""
			UPDATE notice_consent
			SET credits = 0,
				withdrawn_at = GREATEST(COALESCE(withdrawn_at, #{at}), #{at}),
				voided_at = #{now}
			WHERE person = #{person}
			""")
	int withdrawAll(@Param("person") byte[] person, @Param("at") Instant at, @Param("now") Instant now);

	@Update("""
			UPDATE notice_consent
			SET credits = credits - 1
			WHERE person = #{person}
			AND template_id = #{templateId}
			AND credits > 0
			""")
	int spend(@Param("person") byte[] person, @Param("templateId") String templateId);

	/** Unless everything was withdrawn since it was spent. */
	@Update("""
			UPDATE notice_consent
			SET credits = credits + 1
			WHERE person = #{person}
			AND template_id = #{templateId}
			AND (voided_at IS NULL OR voided_at < #{spentAt})
			""")
	int giveBack(@Param("person") byte[] person, @Param("templateId") String templateId,
			@Param("spentAt") Instant spentAt);

	@Delete("""
			<script>
			DELETE FROM notice_consent
			WHERE person IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach>
			</script>
			""")
	int delete(@Param("people") List<byte[]> people);

	/**
	 * What is void for so long that no late event can speak of it; not of these people.
	 */
	@Delete("""
			<script>
			DELETE FROM notice_consent
			WHERE voided_at &lt; #{before}
			AND credits = 0
			AND (accepted_at IS NULL OR accepted_at &lt;= withdrawn_at)
			<if test="!people.isEmpty()">AND person NOT IN <foreach collection="people" item="person" open="(" separator="," close=")">#{person}</foreach></if>
			ORDER BY voided_at
			LIMIT #{limit}
			</script>
			""")
	int deleteVoidBefore(@Param("before") Instant before, @Param("people") List<byte[]> people,
			@Param("limit") int limit);

	@Delete("""
			DELETE FROM notice_choice
			WHERE counted_at < #{before}
			ORDER BY counted_at
			LIMIT #{limit}
			""")
	int forgetCountedBefore(@Param("before") Instant before, @Param("limit") int limit);

	/** What a person said about one template, and when by the platform's clock. */
	record Choice(byte[] person, String templateId, String appId, Instant at) {
	}

	/** A consent as it is stored. */
	record Row(byte[] person, String templateId, String appId, int credits, @Nullable Instant acceptedAt,
			@Nullable Instant refusedAt, @Nullable Instant withdrawnAt, @Nullable Instant voidedAt) {

		/** Whether the last word was yes; in the same second a no counts more. */
		boolean isLasting() {
			return this.acceptedAt != null && isLater(this.acceptedAt, this.refusedAt)
					&& isLater(this.acceptedAt, this.withdrawnAt);
		}

		private static boolean isLater(Instant yes, @Nullable Instant no) {
			return no == null || yes.isAfter(no);
		}

	}

}
