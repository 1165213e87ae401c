package cn.mentougou.education.office.refusal;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;

import cn.mentougou.education.shared.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalAdviceTests {

	@Test
	void everyKindOfRefusalHasAStatusOfItsOwn() throws ReflectiveOperationException {
		List<HttpStatus> statuses = new ArrayList<>();
		for (Class<?> kind : Refusal.class.getPermittedSubclasses()) {
			statuses.add(RefusalAdvice.statusOf(refusal(kind)));
		}
		assertThat(statuses).hasSizeGreaterThanOrEqualTo(4)
			.doesNotHaveDuplicates()
			.allMatch(HttpStatus::is4xxClientError);
	}

	private static Refusal refusal(Class<?> kind) throws ReflectiveOperationException, InvocationTargetException {
		return (Refusal) kind.getConstructor(String.class, Object[].class).newInstance("a.code", new Object[0]);
	}

	@Test
	void databaseOutOfReachIsNoBug() {
		assertThat(RefusalAdvice.statusOf(new IllegalStateException(new QueryTimeoutException("slow"))))
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(RefusalAdvice.statusOf(new IllegalStateException())).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
	}

}
