package cn.mentougou.education.newsroom.push;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.mentougou.education.newsroom.push.PushReason.Slot;

import static org.assertj.core.api.Assertions.assertThat;

class PushReasonTests {

	@ParameterizedTest
	@ValueSource(strings = { "send fail", "err(10001)", "err(20001)", "err(20002)", "err(20004)", "err(20006)",
			"err(20008)", "err(20013)", "err(21000)", "err(22000)", "err(30001)", "err(30002)", "err(30003)",
			"err(40001)", "err(40002)", "publish 2", "publish 3", "publish 4", "publish 5", "publish 6", "-1", "40001",
			"40007", "40008", "40013", "40014", "40125", "40137", "40164", "40243", "41001", "42001", "44003", "45001",
			"45002", "45003", "45004", "45005", "45008", "45009", "45011", "45028", "45065", "45066", "45067", "45106",
			"45110", "45159", "45166", "47001", "48001", "48004", "48008", "50004", "50007", "53501", "53503", "53504",
			"53505", "88000", "89503", "89506", "89507", "TIMEOUT", "CONNECTION", "ANSWER", "UNREACHABLE", "BREAKER",
			"DATABASE", "INTERRUPTED", "NOT_APPROVED", "CORRECTION_FIRST", "SLOT_SPENT", "PAUSED", "PICTURE", "CONTENT",
			"LATE", "NOT_TAKEN", "CONFIRM", "NO_RESULT", "NOT_FOUND" })
	void everyCodeOfThePaperHasAnEntryOfItsOwn(String code) {
		assertThat(PushReason.of(code).orElseThrow().code()).isEqualTo(code);
	}

	@Test
	void everyEntrySaysWhatItMeansAndWhoActsWhere() {
		assertThat(PushReason.all()).isNotEmpty().allSatisfy((reason) -> {
			assertThat(reason.meaning()).hasSizeGreaterThan(3);
			assertThat(reason.remedy()).hasSizeGreaterThan(5);
		});
		assertThat(PushReason.all()).extracting(PushReason::code).doesNotHaveDuplicates();
	}

	@Test
	void codesThatAreNotListedBelongToAFamily() {
		assertThat(PushReason.of("err(20431)").orElseThrow().code()).isEqualTo("err(*)");
		assertThat(PushReason.of("99999").orElseThrow().code()).isEqualTo("code *");
		assertThat(PushReason.of("HTTP 502").orElseThrow().code()).isEqualTo("HTTP *");
		assertThat(PushReason.of("TOKEN 40164").orElseThrow().code()).isEqualTo("40164");
		assertThat(PushReason.of("TOKEN x").orElseThrow().code()).isEqualTo("TOKEN *");
		assertThat(PushReason.of("")).isEmpty();
	}

	@Test
	void aRefusedAdministratorIsNotARefusedToken() {
		assertThat(PushReason.of("err(40001)").orElseThrow().meaning())
			.isNotEqualTo(PushReason.of("40001").orElseThrow().meaning());
		assertThat(PushReason.of("45028").orElseThrow().slot()).isEqualTo(Slot.SPENT);
	}

}
