package cn.mentougou.education.shared;

import java.util.Set;

/**
 * Secrets that anybody can read, in this repository's demonstration or in WeChat's
 * manuals, known here by their SHA-256. Only the demonstration itself may use them; its
 * configuration is not in the packaged jar.
 */
public final class PublishedSecrets {

	private static final Set<String> HASHES = Set.of(
			// The manuals' sample of an EncodingAESKey.
			"09a8e0fe098a621e54e4ebba827026f972cf2dc37d805b6cb172d01d525fd1eb",
			// application-demo.properties
			"85db2b2977a0ad20260082d6fcaaac8fe12d61c9bfd513959db617a215cd8ddd",
			"ee33d466b4f22e80f5eff56d43609c74836f979b10aa2f5c2ac075c59e443280",
			"5370ccb6b30879f4842993b4ac46493abfaf3099a275e14ebc48685da99e650e",
			"a8eba77db9ab2feec92a6e30cabc02330cadacc79ebd9935e99d2949d844465f",
			"7d1e227d2004cbeeccbba83b14766e94f2abb63a9d027502c1114026dd8916c0",
			"180cd5c2f87fa65382bae531ec75ab1546323ce58341c15a67e4897b3c271274",
			"00488afdc502c086837d24b8c7986bfa1d18388ebc5cee53ce7971e51e8c64d8",
			"3fe734e3bb1001a1895615e78207930e285569d6803c6ef7eb7355cfb6d0f7f1");

	private PublishedSecrets() {
	}

	/** Whether the value is one of them, and this is not the demonstration. */
	public static boolean contain(String value) {
		return contain(value, PublishedSecrets.class.getClassLoader());
	}

	static boolean contain(String value, ClassLoader classPath) {
		return HASHES.contains(Sha256.hex(value.strip()))
				&& classPath.getResource("application-demo.properties") == null;
	}

}
