package cn.mentougou.education.wechat.reply;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.MapperTest;

import static org.assertj.core.api.Assertions.assertThat;

@MapperTest
class ReplyRuleMapperTests {

	private static final Instant NOW = Instant.parse("2026-04-20T02:00:00Z");

	@Autowired
	private ReplyRuleMapper mapper;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void everyColumnComesBack() {
		EffectiveHours hours = new EffectiveHours(LocalDateTime.parse("2026-05-01T00:00:00"),
				LocalDateTime.parse("2026-06-01T00:00:00"), LocalTime.of(9, 0), LocalTime.of(17, 30),
				Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY));
		ReplyRule rule = Rules.of(Rules.SERVICE,
				Rules.prior(7, Rules.during(hours, Rules.rule(Trigger.WHOLE_KEYWORD, "报名😊", "报名", "😊A"))));
		ReplyRuleId id = this.mapper.insert(row(0, rule));
		this.mapper.insertPhrase(new ReplyRuleMapper.Phrase(id.value(), 1, "😊A"));
		this.mapper.insertPhrase(new ReplyRuleMapper.Phrase(id.value(), 0, "报名"));

		assertThat(this.mapper.phrases()).extracting(ReplyRuleMapper.Phrase::phrase).containsExactly("报名", "😊A");
		assertThat(this.mapper.rules()).singleElement()
			.satisfies((row) -> assertThat(row.rule(rule.phrases())).isEqualTo(rule));
		assertThat(this.jdbc.sql("SELECT weekdays FROM reply_rule").query(String.class).single()).isEqualTo("17");
		assertThat(
				this.jdbc.sql("SELECT DATE_FORMAT(changed_at, '%H:%i') FROM reply_rule").query(String.class).single())
			.isEqualTo("10:00");
	}

	@Test
	void ruleForEveryAccountAtEveryTimeLeavesTheColumnsEmpty() {
		ReplyRule rule = Rules.rule(Trigger.DEFAULT, "您好");
		this.mapper.insert(row(0, rule));
		assertThat(this.mapper.rules()).singleElement()
			.satisfies((row) -> assertThat(row.rule(rule.phrases())).isEqualTo(rule));
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM reply_rule WHERE app_id IS NULL AND daily_from IS NULL")
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	void changeReplacesTheRow() {
		ReplyRuleId id = this.mapper.insert(row(0, Rules.rule(Trigger.DEFAULT, "旧")));
		ReplyRule changed = Rules.off(Rules.rule(Trigger.WELCOME, "新"));
		assertThat(this.mapper.change(row(id.value(), changed))).isEqualTo(1);
		assertThat(this.mapper.change(row(id.value(), changed))).as("a revision that is gone").isZero();
		assertThat(this.mapper.change(row(id.value() + 1, changed))).isZero();
		assertThat(this.mapper.find(id)).get()
			.extracting(ReplyRuleMapper.Row::revision, ReplyRuleMapper.Row::changedBy, ReplyRuleMapper.Row::changedAt)
			.containsExactly(2L, 7L, NOW);
		assertThat(this.jdbc.sql("SELECT answer FROM reply_rule WHERE enabled = FALSE AND answers = 'WELCOME'")
			.query(String.class)
			.single()).isEqualTo("新");
	}

	@Test
	void removalLeavesNoPhrase() {
		ReplyRuleId id = this.mapper.insert(row(0, Rules.rule(Trigger.WHOLE_KEYWORD, "好", "招生")));
		this.mapper.insertPhrase(new ReplyRuleMapper.Phrase(id.value(), 0, "招生"));
		assertThat(this.mapper.removePhrases(id)).isEqualTo(1);
		assertThat(this.mapper.remove(id, 2)).isZero();
		assertThat(this.mapper.remove(id, 1)).isEqualTo(1);
		assertThat(this.mapper.find(id)).isEmpty();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM reply_rule").query(Long.class).single()).isZero();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM reply_phrase").query(Long.class).single()).isZero();
	}

	@Test
	void rulesAreFoundByAccountKindAndWords() {
		ReplyRuleId own = this.mapper
			.insert(row(0, Rules.of(Rules.SERVICE, Rules.rule(Trigger.WHOLE_KEYWORD, "请看100%的说明", "招生"))));
		this.mapper.insertPhrase(new ReplyRuleMapper.Phrase(own.value(), 0, "招生"));
		ReplyRuleId every = this.mapper.insert(row(0, Rules.rule(Trigger.DEFAULT, "您好")));
		assertThat(found(null, null, null, Long.MAX_VALUE)).containsExactly(every, own);
		assertThat(found(Rules.SERVICE, null, null, Long.MAX_VALUE)).containsExactly(every, own);
		assertThat(found(Rules.SUBSCRIPTION, null, null, Long.MAX_VALUE)).containsExactly(every);
		assertThat(found(null, Trigger.WHOLE_KEYWORD, null, Long.MAX_VALUE)).containsExactly(own);
		assertThat(found(null, null, "招", Long.MAX_VALUE)).containsExactly(own);
		assertThat(found(null, null, "0%的", Long.MAX_VALUE)).containsExactly(own);
		assertThat(found(null, null, "%", every.value())).containsExactly(own);
		assertThat(found(null, null, "_", Long.MAX_VALUE)).isEmpty();
		assertThat(this.mapper.phrasesOf(List.of(own.value(), every.value())))
			.extracting(ReplyRuleMapper.Phrase::phrase)
			.containsExactly("招生");
	}

	private List<ReplyRuleId> found(@Nullable String appId, @Nullable Trigger trigger, @Nullable String words,
			long before) {
		return this.mapper.list(new ReplyRules.Search(appId, trigger, words), before, 10)
			.stream()
			.map((row) -> new ReplyRuleId(row.id()))
			.toList();
	}

	private static ReplyRuleMapper.Row row(long id, ReplyRule rule) {
		return ReplyRuleMapper.Row.of(id, rule, new ReplyRuleMapper.Change(1, NOW, 7L));
	}

	@Test
	void versionBeginsAtNoughtAndRises() {
		assertThat(this.mapper.version()).isZero();
		assertThat(this.mapper.raiseVersion()).isEqualTo(1);
		assertThat(this.jdbc.sql("SELECT number FROM reply_rule_version").query(Long.class).single()).isEqualTo(1);
	}

}
