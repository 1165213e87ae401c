package cn.mentougou.education.wechat.reply;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;

/** The statements on the rules, their phrases and their version. */
@Mapper
interface ReplyRuleMapper {

	@Select("""
			SELECT number
			FROM reply_rule_version
			WHERE id = 1
			""")
	long version();

	@Select("""
			SELECT id, app_id, answers, answer, priority, valid_from, valid_until, daily_from, daily_until,
				weekdays, enabled, revision, changed_at, changed_by
			FROM reply_rule
			ORDER BY id
			""")
	List<Row> rules();

	@Select("""
			SELECT id, app_id, answers, answer, priority, valid_from, valid_until, daily_from, daily_until,
				weekdays, enabled, revision, changed_at, changed_by
			FROM reply_rule
			WHERE id = #{id.value}
			""")
	Optional<Row> find(@Param("id") ReplyRuleId id);

	/** The newest first, from a number on. */
	@Select("""
			<script>
			SELECT id, app_id, answers, answer, priority, valid_from, valid_until, daily_from, daily_until,
				weekdays, enabled, revision, changed_at, changed_by
			FROM reply_rule
			<where>
				id &lt; #{before}
				<if test="search.appId != null">
					AND (app_id = #{search.appId} OR app_id IS NULL)
				</if>
				<if test="search.trigger != null">
					AND answers = #{search.trigger}
				</if>
				<if test="search.words != null">
					AND (LOCATE(#{search.words}, answer) > 0 OR EXISTS (
						SELECT 1 FROM reply_phrase
						WHERE rule_id = reply_rule.id AND LOCATE(#{search.words}, phrase) > 0))
				</if>
			</where>
			ORDER BY id DESC
			LIMIT #{limit}
			</script>
			""")
	List<Row> list(@Param("search") ReplyRules.Search search, @Param("before") long before, @Param("limit") int limit);

	@Select("""
			<script>
			SELECT rule_id, place, phrase
			FROM reply_phrase
			WHERE rule_id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
			ORDER BY rule_id, place
			</script>
			""")
	List<Phrase> phrasesOf(@Param("ids") Collection<Long> ids);

	@Select("""
			SELECT rule_id, place, phrase
			FROM reply_phrase
			ORDER BY rule_id, place
			""")
	List<Phrase> phrases();

	@Insert("""
			INSERT INTO reply_rule (app_id, answers, answer, priority, valid_from, valid_until, daily_from,
				daily_until, weekdays, enabled, revision, changed_at, changed_by)
			VALUES (#{row.appId}, #{row.answers}, #{row.answer}, #{row.priority}, #{row.validFrom},
				#{row.validUntil}, #{row.dailyFrom}, #{row.dailyUntil}, #{row.weekdays}, #{row.enabled}, 1,
				#{row.changedAt}, #{row.changedBy})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Row row, @Param("key") GeneratedKey key);

	/** Inserts the rule and returns its number. */
	default ReplyRuleId insert(Row row) {
		GeneratedKey key = new GeneratedKey();
		insert(row, key);
		return new ReplyRuleId(key.getValue());
	}

	@Insert("""
			INSERT INTO reply_phrase (rule_id, place, phrase)
			VALUES (#{ruleId}, #{place}, #{phrase})
			""")
	int insertPhrase(Phrase phrase);

	@Update("""
			UPDATE reply_rule
			SET app_id = #{row.appId}, answers = #{row.answers}, answer = #{row.answer},
				priority = #{row.priority}, valid_from = #{row.validFrom}, valid_until = #{row.validUntil},
				daily_from = #{row.dailyFrom}, daily_until = #{row.dailyUntil}, weekdays = #{row.weekdays},
				enabled = #{row.enabled}, revision = revision + 1, changed_at = #{row.changedAt},
				changed_by = #{row.changedBy}
			WHERE id = #{row.id}
			AND revision = #{row.revision}
			""")
	int change(@Param("row") Row row);

	@Update("""
			UPDATE reply_rule_version
			SET number = number + 1
			WHERE id = 1
			""")
	int raiseVersion();

	@Delete("""
			DELETE FROM reply_phrase
			WHERE rule_id = #{id.value}
			""")
	int removePhrases(@Param("id") ReplyRuleId id);

	@Delete("""
			DELETE FROM reply_rule
			WHERE id = #{id.value}
			AND revision = #{revision}
			""")
	int remove(@Param("id") ReplyRuleId id, @Param("revision") long revision);

	/** One rule without its phrases; weekdays are digits, 1 is Monday. */
	record Row(long id, @Nullable String appId, Trigger answers, String answer, int priority,
			@Nullable LocalDateTime validFrom, @Nullable LocalDateTime validUntil, @Nullable LocalTime dailyFrom,
			@Nullable LocalTime dailyUntil, String weekdays, boolean enabled, long revision, Instant changedAt,
			@Nullable Long changedBy) {

		static Row of(long id, ReplyRule rule, Change change) {
			EffectiveHours hours = rule.hours();
			String days = hours.weekdays()
				.stream()
				.map((day) -> String.valueOf(day.getValue()))
				.collect(Collectors.joining());
			return new Row(id, rule.appId(), rule.trigger(), rule.answer(), rule.priority(), hours.from(),
					hours.until(), hours.dailyFrom(), hours.dailyUntil(), days, rule.enabled(), change.revision(),
					change.at(), change.by());
		}

		ReplyRule rule(List<String> phrases) {
			Set<DayOfWeek> days = this.weekdays.chars()
				.mapToObj((digit) -> DayOfWeek.of(digit - '0'))
				.collect(Collectors.toSet());
			return new ReplyRule(this.appId, this.answers, phrases, this.answer, this.priority,
					new EffectiveHours(this.validFrom, this.validUntil, this.dailyFrom, this.dailyUntil, days),
					this.enabled);
		}

	}

	/** Which revision is changed, when and by whom. */
	record Change(long revision, Instant at, @Nullable Long by) {
	}

	/** One phrase of a rule. */
	record Phrase(long ruleId, int place, String phrase) {
	}

}
