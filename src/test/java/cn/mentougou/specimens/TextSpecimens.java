package cn.mentougou.specimens;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text, and what calls itself text. */
final class TextSpecimens {

	private TextSpecimens() {
	}

	static List<Specimen> all() {
		return List.of(Specimen.taken("plain text", "a.txt", () -> utf8("开学通知\n各校：\n")),
				Specimen.taken("text in GB 18030", "a.txt", () -> "门头沟区教育委员会通知".getBytes(Charset.forName("GB18030"))),
				Specimen.taken("table with a phone", "a.csv", () -> utf8("姓名,电话\n某某,138-0013-8000\n"), "MOBILE_PHONE"),
				Specimen.taken("table in GB 18030 with an identity number", "a.csv",
						() -> ("姓名,证件\n某某," + Documents.RESIDENT_ID + "\n").getBytes(Charset.forName("GB18030")),
						"RESIDENT_ID"),
				Specimen.taken("table with a formula", "a.csv", () -> utf8("a,=cmd|'/c calc'!A0\n"), "FORMULA"),
				refused("nothing", "a.txt", "empty", () -> new byte[0]),
				refused("page called txt", "a.txt", "markup", () -> utf8("  \n<html><body>x</body></html>")),
				refused("script with a page in it", "a.csv", "markup", () -> utf8("a,<script>alert(1)</script>")),
				refused("program called txt", "a.txt", "unknown-kind", () -> utf8("MZ\0\0")),
				refused("shell script", "a.txt", "unknown-kind", () -> utf8("#!/bin/sh\nrm -rf /\n")),
				refused("random bytes", "a.bin", "unknown-kind", () -> {
					byte[] bytes = new byte[4000];
					new java.util.Random(3).nextBytes(bytes);
					return bytes;
				}), refused("text with a NUL", "a.txt", "unknown-kind", () -> utf8("a\0b")));
	}

	private static Specimen refused(String title, String name, String code, Specimen.Maker maker) {
		return Specimen.refused(title, name, "inspection." + code, maker);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
