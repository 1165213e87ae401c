package cn.mentougou.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A parser with what must hold of it, whatever it is given. */
public interface FuzzTarget {

	/** Under which its seeds and its report stand. */
	String name();

	/**
	 * Gives the parser one input. What the parser declares to throw is caught here;
	 * whatever leaves this method is a finding.
	 */
	void accept(byte[] input);

	/** Seeds that are too long for a file, or must be sealed first. */
	default List<byte[]> madeSeeds() {
		return List.of();
	}

	/** A seed of nearly the largest body: something between, again and again. */
	static byte[] longSeed(String before, String again, String after) {
		int times = 63_000 / again.getBytes(StandardCharsets.UTF_8).length;
		return (before + again.repeat(times) + after).getBytes(StandardCharsets.UTF_8);
	}

}
