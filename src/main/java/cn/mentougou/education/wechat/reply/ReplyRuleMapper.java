package cn.mentougou.education.wechat.reply;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
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
				weekdays, enabled
			FROM reply_rule
			ORDER BY id
			""")
	List<Row> rules();

	@Select("""
			SELECT rule_id, place, phrase
			FROM reply_phrase
			ORDER BY rule_id, place
			""")
	List<Phrase> phrases();

	@Insert("""
			INSERT INTO reply_rule (app_id, answers, answer, priority, valid_from, valid_until, daily_from,
				daily_until, weekdays, enabled, changed_at)
			VALUES (#{row.appId}, #{row.answers}, #{row.answer}, #{row.priority}, #{row.validFrom},
				#{row.validUntil}, #{row.dailyFrom}, #{row.dailyUntil}, #{row.weekdays}, #{row.enabled}, #{at})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Row row, @Param("at") Instant at, @Param("key") GeneratedKey key);

	/** Inserts the rule and returns its number. */
	default ReplyRuleId insert(Row row, Instant at) {
		GeneratedKey key = new GeneratedKey();
		insert(row, at, key);
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
				enabled = #{row.enabled}, changed_at = #{at}
			WHERE id = #{row.id}
			""")
	int change(@Param("row") Row row, @Param("at") Instant at);

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
			""")
	int remove(@Param("id") ReplyRuleId id);

	/** One rule without its phrases; weekdays are digits, 1 is Monday. */
	record Row(long id, @Nullable String appId, Trigger answers, String answer, int priority,
			@Nullable LocalDateTime validFrom, @Nullable LocalDateTime validUntil, @Nullable LocalTime dailyFrom,
			@Nullable LocalTime dailyUntil, String weekdays, boolean enabled) {

		static Row of(long id, ReplyRule rule) {
			EffectiveHours hours = rule.hours();
			String days = hours.weekdays()
				.stream()
				.map((day) -> String.valueOf(day.getValue()))
				.collect(Collectors.joining());
			return new Row(id, rule.appId(), rule.trigger(), rule.answer(), rule.priority(), hours.from(),
					hours.until(), hours.dailyFrom(), hours.dailyUntil(), days, rule.enabled());
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

	/** One phrase of a rule. */
	record Phrase(long ruleId, int place, String phrase) {
	}

}
