package cn.mentougou.education.newsroom.push;

import java.time.Instant;
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

import cn.mentougou.education.newsroom.push.PushLedger.Plan;
import cn.mentougou.education.shared.GeneratedKey;

/** Tables {@code push_plan}, {@code push_plan_item} and {@code push_standstill}. */
@Mapper
interface PushPlanMapper {

	@Select("""
			SELECT id, app_id, slot_at, verb, tag_id, late, late_until, series, moderator_id, state, reason, revision,
				generation, content_hash, draft_id, platform_id, msg_data_id, article_id, total_count, filtered_count,
				sent_count, failed_count, tries, next_try_at, accepted_at, ended_at
			FROM push_plan
			WHERE id = #{id}
			""")
	Optional<Plan> find(@Param("id") long id);

	@Select("""
			SELECT id, app_id, slot_at, verb, tag_id, late, late_until, series, moderator_id, state, reason, revision,
				generation, content_hash, draft_id, platform_id, msg_data_id, article_id, total_count, filtered_count,
				sent_count, failed_count, tries, next_try_at, accepted_at, ended_at
			FROM push_plan
			WHERE id = #{id}
			FOR UPDATE
			""")
	Optional<Plan> lock(@Param("id") long id);

	@Select("""
			SELECT id
			FROM push_plan
			WHERE app_id = #{appId}
			AND verb = #{verb}
			AND platform_id = #{platformId}
			""")
	Optional<Long> findTied(@Param("appId") String appId, @Param("verb") Verb verb,
			@Param("platformId") String platformId);

	@Select("""
			SELECT id, app_id, slot_at, verb, tag_id, late, late_until, series, moderator_id, state, reason, revision,
				generation, content_hash, draft_id, platform_id, msg_data_id, article_id, total_count, filtered_count,
				sent_count, failed_count, tries, next_try_at, accepted_at, ended_at
			FROM push_plan
			WHERE slot_at >= #{from}
			AND slot_at < #{to}
			ORDER BY slot_at, id
			LIMIT 2000
			""")
	List<Plan> between(@Param("from") Instant from, @Param("to") Instant to);

	/** Those in which a person must do something. */
	@Select("""
			SELECT id, app_id, slot_at, verb, tag_id, late, late_until, series, moderator_id, state, reason, revision,
				generation, content_hash, draft_id, platform_id, msg_data_id, article_id, total_count, filtered_count,
				sent_count, failed_count, tries, next_try_at, accepted_at, ended_at
			FROM push_plan
			WHERE state IN ('BLOCKED', 'CONFIRMING', 'REFUSED', 'UNKNOWN', 'MISSED')
			ORDER BY slot_at DESC
			LIMIT 40
			""")
	List<Plan> inTrouble();

	@Select("""
			<script>
			SELECT plan_id, place, news_id, url
			FROM push_plan_item
			WHERE plan_id IN <foreach collection="plans" item="plan" open="(" separator="," close=")">#{plan}</foreach>
			ORDER BY plan_id, place
			</script>
			""")
	List<Item> items(@Param("plans") List<Long> plans);

	/** Whatever is due; a time far ahead was written before the clock was set back. */
	@Select("""
			SELECT id, next_try_at
			FROM push_plan
			WHERE state IN ('PLANNED', 'BLOCKED', 'SENDING', 'CONFIRMING', 'UNKNOWN')
			AND (next_try_at <= #{now}
				OR (state IN ('BLOCKED', 'SENDING', 'UNKNOWN') AND next_try_at BETWEEN #{ahead} AND #{never}))
			ORDER BY next_try_at, id
			LIMIT 100
			""")
	List<Due> due(@Param("now") Instant now, @Param("ahead") Instant ahead, @Param("never") Instant never);

	/** Plans of an account that spent a mass send in this time, or may have. */
	@Select("""
			SELECT id, app_id, slot_at, verb, tag_id, late, late_until, series, moderator_id, state, reason, revision,
				generation, content_hash, draft_id, platform_id, msg_data_id, article_id, total_count, filtered_count,
				sent_count, failed_count, tries, next_try_at, accepted_at, ended_at
			FROM push_plan
			WHERE app_id = #{appId}
			AND slot_at >= #{from}
			AND slot_at < #{to}
			AND state NOT IN ('PLANNED', 'CANCELLED', 'SKIPPED')
			""")
	List<Plan> spending(@Param("appId") String appId, @Param("from") Instant from, @Param("to") Instant to);

	@Select("""
			SELECT MAX(ended_at)
			FROM push_plan
			WHERE app_id = #{appId}
			AND state = 'SENT'
			""")
	Optional<Instant> findLastSent(@Param("appId") String appId);

	@Select("""
			SELECT COUNT(*)
			FROM push_standstill
			WHERE is_on = TRUE
			""")
	int countStandstills();

	@Insert("""
			INSERT INTO push_plan (app_id, slot_at, verb, tag_id, late, late_until, series, state, reason, revision,
				generation, tries, next_try_at, actor_id, created_at)
			VALUES (#{form.appId}, #{form.slot}, #{form.verb}, #{form.target.tagId}, #{form.late.kind},
				#{form.late.until}, #{form.series}, 'PLANNED', '', 1, 1, 0, #{form.slot}, #{actor}, #{now})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value")
	void insert(@Param("form") PlanForm form, @Param("actor") long actor, @Param("now") Instant now,
			@Param("key") GeneratedKey key);

	@Insert("""
			INSERT INTO push_plan_item (plan_id, place, news_id)
			VALUES (#{plan}, #{place}, #{news})
			""")
	void insertItem(@Param("plan") long plan, @Param("place") int place, @Param("news") long news);

	@Delete("""
			DELETE FROM push_plan_item
			WHERE plan_id = #{plan}
			""")
	void deleteItems(@Param("plan") long plan);

	@Update("""
			UPDATE push_plan_item
			SET url = #{url}
			WHERE plan_id = #{plan}
			AND place = #{place}
			""")
	void setUrl(@Param("plan") long plan, @Param("place") int place, @Param("url") String url);

	/** A person changes what did not go yet. */
	@Update("""
			UPDATE push_plan
			SET app_id = #{form.appId}, slot_at = #{form.slot}, verb = #{form.verb}, tag_id = #{form.target.tagId},
				late = #{form.late.kind}, late_until = #{form.late.until}, series = #{form.series}, state = 'PLANNED',
				reason = '', revision = revision + 1, tries = 0, next_try_at = #{form.slot}
			WHERE id = #{id}
			AND revision = #{revision}
			AND state IN ('PLANNED', 'BLOCKED', 'MISSED')
			""")
	int change(@Param("id") long id, @Param("revision") int revision, @Param("form") PlanForm form);

	@Update("""
			UPDATE push_plan
			SET moderator_id = #{moderator}, revision = revision + 1
			WHERE id = #{id}
			AND state IN ('PLANNED', 'BLOCKED', 'MISSED')
			""")
	int moderate(@Param("id") long id, @Param("moderator") @Nullable Long moderator);

	/** A person decides to send again: another key, and what went before is closed. */
	@Update("""
			UPDATE push_plan
			SET state = 'PLANNED', reason = '', generation = generation + 1, revision = revision + 1, slot_at = #{now},
				late = 'UNTIL', late_until = #{until}, content_hash = NULL, draft_id = NULL, platform_id = NULL,
				msg_data_id = NULL, article_id = NULL, total_count = NULL, filtered_count = NULL, sent_count = NULL,
				failed_count = NULL, accepted_at = NULL, ended_at = NULL, tries = 0, next_try_at = #{now}
			WHERE id = #{id}
			AND state = #{from}
			""")
	int again(@Param("id") long id, @Param("from") PlanState from, @Param("now") Instant now,
			@Param("until") Instant until);

	/** Whoever puts off the next try may make this one; no clock decides it. */
	@Update("""
			UPDATE push_plan
			SET next_try_at = #{until}, tries = tries + 1
			WHERE id = #{due.id}
			AND next_try_at = #{due.nextTryAt}
			""")
	int claim(@Param("due") Due due, @Param("until") Instant until);

	@Update("""
			UPDATE push_plan
			SET state = #{to}, reason = #{reason}, next_try_at = #{nextTryAt}, ended_at = #{endedAt}
			WHERE id = #{id}
			AND state = #{from}
			""")
	int move(Move move);

	@Update("""
			UPDATE push_plan
			SET draft_id = #{draft}, content_hash = #{hash}
			WHERE id = #{id}
			""")
	void drafted(@Param("id") long id, @Param("draft") String draft, @Param("hash") String hash);

	/** The platform took it, under this number. */
	@Update("""
			UPDATE push_plan
			SET platform_id = #{taken.platformId}, msg_data_id = #{taken.dataId}, accepted_at = #{now},
				state = 'SENDING', reason = '', tries = 0, next_try_at = #{next}
			WHERE id = #{id}
			AND state IN ('SENDING', 'UNKNOWN', 'CONFIRMING', 'TAKEN_OVER')
			AND platform_id IS NULL
			""")
	int accepted(@Param("id") long id, @Param("taken") PushLedger.Taken taken, @Param("now") Instant now,
			@Param("next") Instant next);

	@Update("""
			UPDATE push_plan
			SET total_count = #{result.totalCount}, filtered_count = #{result.filteredCount},
				sent_count = #{result.sentCount}, failed_count = #{result.failedCount},
				article_id = COALESCE(#{result.articleId}, article_id)
			WHERE id = #{id}
			""")
	void count(@Param("id") long id, @Param("result") PushLedgerMapper.Result result);

	@Update("""
			UPDATE push_plan
			SET article_id = #{article}
			WHERE id = #{id}
			""")
	void setArticle(@Param("id") long id, @Param("article") String article);

	@Insert("""
			INSERT INTO push_standstill (id, is_on, actor_id, changed_at)
			VALUES (1, #{isOn}, #{actor}, #{now})
			ON DUPLICATE KEY UPDATE is_on = VALUES(is_on), actor_id = VALUES(actor_id), changed_at = VALUES(changed_at)
			""")
	void setStandstill(@Param("isOn") boolean isOn, @Param("actor") long actor, @Param("now") Instant now);

	/** One item of a plan. */
	record Item(long planId, int place, long newsId, @Nullable String url) {
	}

	/** A plan that is due, with the time that whoever claims it must have seen. */
	record Due(long id, Instant nextTryAt) {
	}

	/** From a state to another. */
	record Move(long id, PlanState from, PlanState to, String reason, Instant nextTryAt, @Nullable Instant endedAt) {
	}

}
