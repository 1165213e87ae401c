package cn.mentougou.education.newsroom.push;

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

import cn.mentougou.education.newsroom.push.PushLedger.Step;
import cn.mentougou.education.shared.GeneratedKey;

/**
 * Tables {@code push_step}, {@code push_result} and {@code push_result_article}.
 */
@Mapper
interface PushLedgerMapper {

	@Select("""
			SELECT id, plan_id, generation, kind, state, client_key, content_hash, reason, rid, made, begun_at, ended_at
			FROM push_step
			WHERE plan_id = #{plan}
			ORDER BY id
			""")
	List<Step> steps(@Param("plan") long plan);

	@Select("""
			SELECT app_id, verb, platform_id, status, total_count, filtered_count, sent_count, failed_count, article_id,
				reported_at
			FROM push_result
			WHERE app_id = #{appId}
			AND verb = #{verb}
			AND platform_id = #{platformId}
			""")
	Optional<Result> findResult(@Param("appId") String appId, @Param("verb") Verb verb,
			@Param("platformId") String platformId);

	/** What was reported in this time and belongs to no plan. */
	@Select("""
			SELECT app_id, verb, platform_id, status, total_count, filtered_count, sent_count, failed_count, article_id,
				reported_at
			FROM push_result
			WHERE app_id = #{appId}
			AND reported_at >= #{from}
			AND reported_at < #{to}
			AND NOT EXISTS (
				SELECT 1
				FROM push_plan
				WHERE push_plan.app_id = push_result.app_id
				AND push_plan.verb = push_result.verb
				AND push_plan.platform_id = push_result.platform_id)
			ORDER BY reported_at
			""")
	List<Result> foreign(@Param("appId") String appId, @Param("from") Instant from, @Param("to") Instant to);

	@Select("""
			SELECT url
			FROM push_result_article
			WHERE app_id = #{appId}
			AND verb = #{verb}
			AND platform_id = #{platformId}
			ORDER BY place
			""")
	List<String> urls(@Param("appId") String appId, @Param("verb") Verb verb, @Param("platformId") String platformId);

	@Insert("""
			INSERT INTO push_step (plan_id, open_plan_id, generation, kind, state, client_key, content_hash, reason, rid,
				made, begun_at)
			VALUES (#{row.planId}, #{row.planId}, #{row.generation}, #{row.kind}, 'CALLING', #{row.clientKey},
				#{row.contentHash}, '', '', '', #{row.begunAt})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value")
	void insert(@Param("row") Step row, @Param("key") GeneratedKey key);

	/** Ends a step, or decides one of which nobody knew. */
	@Update("""
			UPDATE push_step
			SET state = #{end.state}, reason = #{end.reason}, rid = #{end.rid}, made = #{end.made}, ended_at = #{now},
				open_plan_id = NULL
			WHERE id = #{id}
			AND state IN ('CALLING', 'UNKNOWN')
			""")
	int end(@Param("id") long id, @Param("end") PushLedger.End end, @Param("now") Instant now);

	/** The first report counts. */
	@Insert("""
			INSERT INTO push_result (app_id, verb, platform_id, status, total_count, filtered_count, sent_count,
				failed_count, article_id, reported_at)
			VALUES (#{appId}, #{verb}, #{platformId}, #{status}, #{totalCount}, #{filteredCount}, #{sentCount},
				#{failedCount}, #{articleId}, #{reportedAt})
			ON DUPLICATE KEY UPDATE platform_id = platform_id
			""")
	int insertResult(Result result);

	@Insert("""
			INSERT INTO push_result_article (app_id, verb, platform_id, place, url)
			VALUES (#{of.appId}, #{of.verb}, #{of.platformId}, #{place}, #{url})
			ON DUPLICATE KEY UPDATE url = url
			""")
	void insertUrl(@Param("of") Result of, @Param("place") int place, @Param("url") String url);

	/** What the platform reported of a mass send or a publication. */
	record Result(String appId, Verb verb, String platformId, String status, long totalCount, long filteredCount,
			long sentCount, long failedCount, @Nullable String articleId, Instant reportedAt) {

		/** Whether it went out. */
		boolean isGood() {
			return this.status.equals("send success") || this.status.equals("publish 0");
		}

	}

}
