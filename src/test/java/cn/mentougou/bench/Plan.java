package cn.mentougou.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much is measured. Every value can be set as a system property {@code bench.…}; the
 * defaults take less than half an hour on two cores.
 */
final class Plan {

	private Plan() {
	}

	/** Which parts run: {@code cold}, {@code load}, {@code growth}, {@code codec}. */
	static boolean includes(String part) {
		return List.of(text("parts", "codec,cold,load,growth").split(",")).contains(part);
	}

	static Duration warm() {
		return Duration.ofSeconds(number("warm", 90));
	}

	static int rounds() {
		return number("rounds", 3);
	}

	/** How long a window of the closed loop is. */
	static Duration closed() {
		return Duration.ofSeconds(number("closed", 15));
	}

	/** How long a window of scheduled arrivals is. */
	static Duration open() {
		return Duration.ofSeconds(number("open", 25));
	}

	static int connections() {
		return number("connections", 64);
	}

	/** Scheduled arrivals a second, on average. */
	static int rate() {
		return number("rate", 200);
	}

	/** The sizes of the inbox at which a message's cost is measured. */
	static List<Integer> rows() {
		return Stream.of(text("rows", "1000,1000000,5000000").split(",")).map(Integer::valueOf).toList();
	}

	/** Options of every contender's JVM. */
	static List<String> options() {
		return List.of(text("options", "-Xmx256m").split(" "));
	}

	/** Further options of our JVM. */
	static List<String> ourOptions() {
		return Stream.of(text("ours.options", "").split(" ")).filter((option) -> !option.isEmpty()).toList();
	}

	/** Further arguments of our application, to try settings. */
	static List<String> ourArguments() {
		return Stream.of(text("ours.arguments", "").split(" ")).filter((argument) -> !argument.isEmpty()).toList();
	}

	/** Which contenders run. */
	static List<String> contenders() {
		return List.of(text("contenders", "ours,S,D").split(","));
	}

	private static int number(String name, int standard) {
		return Integer.getInteger("bench." + name, standard);
	}

	private static String text(String name, String standard) {
		return Optional.ofNullable(System.getProperty("bench." + name)).orElse(standard);
	}

}
