package cn.mentougou.education.wechat.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.wechat.follower.FollowerEvent;
import cn.mentougou.education.wechat.follower.FollowerId;
import cn.mentougou.education.wechat.unanswered.Figures;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept about people, and for how long. */
class DialogueHolderTests extends DialogueFixture {

	@Autowired
	private ApplicationEventPublisher events;

	@Test
	void personGetsAndErasesWhatWasSaidAndTheCountStays() {
		Dialogue dialogue = asked("请问什么时候报名");
		answer(this.clerk, dialogue, "五月一日。");
		this.dialogues.note(this.clerk, dialogue.id(), "已电话说明");
		PersonKeys keys = PersonKeys.of(new PersonKey.OpenId(this.mother));
		assertThat(this.holder.export(keys)).extracting((item) -> item.fields().get("内容"))
			.containsExactly("请问什么时候报名", "五月一日。", "已电话说明");
		assertThat(this.holder.export(PersonKeys.of(new PersonKey.OpenId("oSomebodyElse")))).isEmpty();
		assertThat(this.holder.erasable(keys).rows()).isEqualTo(4);
		assertThat(this.holder.erase(keys).rows()).isEqualTo(4);
		assertThat(this.holder.erase(keys).rows()).isZero();
		assertThat(this.dialogues.list(this.clerk, ALL, null).rows()).isEmpty();
		assertThat(figures()).isEqualTo(new Figures(0, 1, 1, 0, 1, 0));
		this.desk.settle();
	}

	@Test
	void whatWasSaidGoesAfterAYearUnlessSomebodyIsHeld() {
		Instant old = this.now.minus(Duration.ofDays(366));
		this.listener.learn(Talk.text(this.mother, "去年", old));
		this.listener.learn(Talk.text("oHeld" + this.mother, "去年", old));
		this.listener.learn(Talk.text(this.mother, "今年", this.now));
		PersonKeys held = PersonKeys.of(new PersonKey.OpenId("oHeld" + this.mother));
		Map<String, Integer> told = new HashMap<>();
		this.holder.retain(new Retention(this.now, held, (rule, rows) -> told.merge(rule, rows, Integer::sum)));
		assertThat(told).containsEntry("content", 1);
		assertThat(this.holder.export(held)).hasSize(1);
		this.holder
			.retain(new Retention(this.now, PersonKeys.NONE, (rule, rows) -> told.merge(rule, rows, Integer::sum)));
		assertThat(this.dialogues.list(this.clerk, ALL, null).rows()).hasSize(1);
		assertThat(this.dialogues.entries(this.clerk, only().id(), null)).extracting(DialogueEntry::words)
			.containsExactly("今年");
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM unanswered_message").query(Integer.class).single()).isEqualTo(3);
	}

	@Test
	void everySealedValueIsLookedAt() {
		Dialogue dialogue = asked("请问");
		this.dialogues.note(this.clerk, dialogue.id(), "备注");
		Resealing resealing = new Resealing(this.vault);
		String after = this.holder.reseal("", resealing);
		while (!after.isEmpty()) {
			after = this.holder.reseal(after, resealing);
		}
		assertThat(resealing.seen()).isEqualTo(3);
		assertThat(resealing.left()).isEmpty();
	}

	@Test
	void whatAnErasedFollowerSaidGoesToo() {
		Dialogue dialogue = asked("请问");
		this.jdbc.sql("UPDATE dialogue_thread SET follower_id = 4711").update();
		this.events.publishEvent(new FollowerEvent.Erased(new FollowerId(4712), dialogue.appId()));
		assertThat(this.dialogues.list(this.clerk, ALL, null).rows()).hasSize(1);
		this.events.publishEvent(new FollowerEvent.Erased(new FollowerId(4711), dialogue.appId()));
		assertThat(this.dialogues.list(this.clerk, ALL, null).rows()).isEmpty();
		assertThat(figures()).isEqualTo(new Figures(0, 1, 1, 0, 1, 0));
	}

}
