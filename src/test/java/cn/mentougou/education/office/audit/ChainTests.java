package cn.mentougou.education.office.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChainTests {

	private static final Instant NINE = Instant.parse("2026-11-25T01:00:00.123Z");

	private static RecordedAct act(String action, String objectKind) {
		return new RecordedAct(7, NINE, "STAFF", 12, "203.0.113.7", action, objectKind, "99", "DONE", "role=EDITOR");
	}

	@Test
	void hashIsWhatTheDocumentedFormulaGives() throws Exception {
		byte[] previous = Chain.hash(Chain.BEGINNING, 1, NINE, act("a.b", "c"));
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		digest.update(previous);
		digest
			.update(("1:2" + "24:2026-11-25T01:00:05.000Z" + "1:7" + "24:2026-11-25T01:00:00.123Z" + "5:STAFF" + "2:12"
					+ "11:203.0.113.7" + "18:staff.role-granted" + "6:person" + "2:99" + "4:DONE" + "11:role=EDITOR")
				.getBytes(StandardCharsets.UTF_8));
		assertThat(Chain.hash(previous, 2, Instant.parse("2026-11-25T01:00:05Z"), act("staff.role-granted", "person")))
			.isEqualTo(digest.digest());
	}

	@Test
	void hashNeverChangesFromVersionToVersion() {
		assertThat(HexFormat.of().formatHex(Chain.hash(Chain.BEGINNING, 1, NINE, act("a.b", "c"))))
			.isEqualTo("5e2820cd2318afafb1a9f5ff0851d648ec8602bdbfbe55320b75b83b4a5d409b");
	}

	@Test
	void oneColumnDoesNotFlowIntoTheNext() {
		assertThat(Chain.hash(Chain.BEGINNING, 1, NINE, act("ab", "c")))
			.isNotEqualTo(Chain.hash(Chain.BEGINNING, 1, NINE, act("a", "bc")));
	}

}
