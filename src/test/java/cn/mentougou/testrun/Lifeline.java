package cn.mentougou.testrun;

/**
 * Ends this JVM when the Maven that started it is gone without a word, as after
 * {@code kill -9}.
 */
final class Lifeline {

	private Lifeline() {
	}

	static void holdTo() {
		ProcessHandle.current()
			.parent()
			.filter((parent) -> parent.info().command().orElse("").matches(".*java(\\.exe)?"))
			.ifPresent((parent) -> parent.onExit().thenRun(() -> System.exit(1)));
	}

}
