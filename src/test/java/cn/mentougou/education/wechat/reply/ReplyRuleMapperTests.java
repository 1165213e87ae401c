package cn.mentougou.education.wechat.reply;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

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
		ReplyRuleId id = this.mapper.insert(ReplyRuleMapper.Row.of(0, rule), NOW);
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
		this.mapper.insert(ReplyRuleMapper.Row.of(0, rule), NOW);
		assertThat(this.mapper.rules()).singleElement()
			.satisfies((row) -> assertThat(row.rule(rule.phrases())).isEqualTo(rule));
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM reply_rule WHERE app_id IS NULL AND daily_from IS NULL")
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	void changeReplacesTheRow() {
		ReplyRuleId id = this.mapper.insert(ReplyRuleMapper.Row.of(0, Rules.rule(Trigger.DEFAULT, "旧")), NOW);
		ReplyRule changed = Rules.off(Rules.rule(Trigger.WELCOME, "新"));
		assertThat(this.mapper.change(ReplyRuleMapper.Row.of(id.value(), changed), NOW)).isEqualTo(1);
		assertThat(this.mapper.change(ReplyRuleMapper.Row.of(id.value(), changed), NOW)).isEqualTo(1);
		assertThat(this.mapper.change(ReplyRuleMapper.Row.of(id.value() + 1, changed), NOW)).isZero();
		assertThat(this.jdbc.sql("SELECT answer FROM reply_rule WHERE enabled = FALSE AND answers = 'WELCOME'")
			.query(String.class)
			.single()).isEqualTo("新");
	}

	@Test
	void removalLeavesNoPhrase() {
		ReplyRuleId id = this.mapper.insert(ReplyRuleMapper.Row.of(0, Rules.rule(Trigger.WHOLE_KEYWORD, "好", "招生")),
				NOW);
		this.mapper.insertPhrase(new ReplyRuleMapper.Phrase(id.value(), 0, "招生"));
		assertThat(this.mapper.removePhrases(id)).isEqualTo(1);
		assertThat(this.mapper.remove(id)).isEqualTo(1);
		assertThat(this.mapper.remove(id)).isZero();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM reply_rule").query(Long.class).single()).isZero();
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM reply_phrase").query(Long.class).single()).isZero();
	}

	@Test
	void versionBeginsAtNoughtAndRises() {
		assertThat(this.mapper.version()).isZero();
		assertThat(this.mapper.raiseVersion()).isEqualTo(1);
		assertThat(this.jdbc.sql("SELECT number FROM reply_rule_version").query(Long.class).single()).isEqualTo(1);
	}

}
