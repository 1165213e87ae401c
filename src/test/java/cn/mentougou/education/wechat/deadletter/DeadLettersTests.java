package cn.mentougou.education.wechat.deadletter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLettersTests {

	@Test
	void theReasonNamesTypeAndPlaceAndNeverWhatTheExceptionSays() {
		String reason = DeadLetters.reasonOf(new IllegalStateException("what a mother wrote"));
		assertThat(reason).startsWith("IllegalStateException at " + getClass().getName() + ".theReason")
			.doesNotContain("mother");
	}

}
