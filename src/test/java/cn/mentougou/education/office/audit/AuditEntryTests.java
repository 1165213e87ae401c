package cn.mentougou.education.office.audit;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.shared.Actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AuditEntryTests {

	private static final Actor JOB = Actor.system("job:erasure");

	@Test
	void namesAndSentencesAreNotTaken() {
		AuditEntry entry = AuditEntry.done(JOB, "staff.person-added", "person", 7);
		assertThatIllegalArgumentException().isThrownBy(() -> entry.with("name", "张三")).withMessageNotContaining("张三");
		assertThatIllegalArgumentException().isThrownBy(() -> entry.with("note", "two\nlines"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> AuditEntry.done(JOB, "staff.person-added", "person", "李四"));
		assertThatIllegalArgumentException().isThrownBy(() -> AuditEntry.done(JOB, "添加", "person", 7));
	}

	@Test
	void detailsStandInTheOrderOfTheirNames() {
		assertThat(AuditEntry.refused(JOB, "staff.role-granted", "person", 7).with("unit", 3).with("role", "EDITOR"))
			.satisfies((entry) -> assertThat(entry.details().keySet()).containsExactly("role", "unit"));
	}

}
