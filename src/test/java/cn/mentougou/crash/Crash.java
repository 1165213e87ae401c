package cn.mentougou.crash;

/** The end of a life. Whoever catches it can do nothing more. */
final class Crash extends Error {

	Crash(String boundary) {
		super(boundary, null, false, false);
	}

}
