package cn.mentougou.education.newsroom.pushdesk;

import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.PlanForm;
import cn.mentougou.education.shared.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PushFormTests {

	private static final LocalDateTime EVENING = LocalDateTime.of(2026, 5, 20, 17, 30);

	private static PushForm form(Long... items) {
		return PushForm.blank("wx0000000000000001", EVENING).with(List.of(items));
	}

	@ParameterizedTest
	@CsvSource({ "up:1,2 1 3,down:0", "up:2,1 3 2,up:1", "down:0,2 1 3,down:1", "down:1,1 3 2,up:2", "remove:1,1 3,add",
			"up:0,1 2 3,down:0", "down:9,1 2 3,up:10", "up:x,1 2 3,up:x", "nonsense,1 2 3,nonsense" })
	void buttonsChangeTheOrderAndTheKeyboardGoesAlong(String act, String order, String focus) {
		PushForm changed = form(1L, 2L, 3L).after(act);
		assertThat(changed.news()).extracting((id) -> String.valueOf(id.value())).containsExactly(order.split(" "));
		assertThat(PushForm.focusAfter(act, changed.news().size())).isEqualTo(focus);
	}

	@Test
	void itemIsAddedFromTheListOrByItsNumber() {
		PushForm typed = new PushForm("wx1", EVENING, null, "", null, null, List.of(1L), 7L, 9L, "", 0);
		assertThat(typed.after("add").items()).containsExactly(1L, 7L);
		assertThat(typed.after("add-number").items()).containsExactly(1L, 9L);
		assertThat(typed.after("check").items()).containsExactly(1L);
	}

	@Test
	void movedPushKeepsTheDistanceOfItsLateness() {
		PlanForm plan = form(1L).plan();
		assertThat(plan.late()).isEqualTo(LatePolicy.until(PushWords.instant(EVENING.plusHours(2))));
	}

	@Test
	void whatIsMissingIsSaid() {
		refused(new PushForm("", EVENING, null, "", null, null, List.of(1L), null, null, "", 0), "account-missing");
		refused(new PushForm("wx1", null, null, "", null, null, List.of(1L), null, null, "", 0), "time-missing");
		refused(new PushForm("wx1", EVENING, null, "家长", null, null, List.of(1L), null, null, "", 0), "tag-malformed");
		refused(new PushForm("wx1", EVENING, null, "", LatePolicy.Kind.UNTIL, EVENING, List.of(1L), null, null, "", 0),
				"late-before-slot");
		refused(form(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), "too-many-items");
	}

	private static void refused(PushForm form, String code) {
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(form::plan)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("pushdesk." + code));
	}

}
