package cn.mentougou.education;

import cn.mentougou.testrun.TestRun;

/**
 * The whole system on one machine: {@code mvn spring-boot:test-run}. It must stay the
 * only class with a main method in the test sources, for that is how Maven finds it.
 */
public final class TestEducationApplication {

	private TestEducationApplication() {
	}

	public static void main(String[] args) {
		TestRun.start(EducationApplication.class, args);
	}

}
