package cn.mentougou.fuzz;

/**
 * What Jazzer calls, by the names that Jazzer knows. The heap is measured at the
 * beginning and at the end of the run: a parser that keeps something of its inputs shows.
 */
public final class JazzerEntry {

	/** Inputs after which everything that is made once has been made. */
	private static final int WARM = 20_000;

	private static final FuzzTarget TARGET = Targets.of(System.getProperty("fuzz.target", ""));

	private static long runs;

	private JazzerEntry() {
	}

	/** Before the clock runs: classes are loaded and instrumented by the first inputs. */
	public static void fuzzerInitialize() {
		Seeds.of(TARGET).forEach(TARGET::accept);
	}

	/** One input. */
	public static void fuzzerTestOneInput(byte[] input) {
		Bounds.run(TARGET, input);
		if (++runs == WARM) {
			measure("begin");
		}
	}

	/** After the last one. */
	public static void fuzzerTearDown() {
		measure("end");
	}

	private static void measure(String when) {
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		System.err.println("heap-" + when + ": " + (runtime.totalMemory() - runtime.freeMemory()) / 1024);
	}

}
