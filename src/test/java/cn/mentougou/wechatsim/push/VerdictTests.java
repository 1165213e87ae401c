package cn.mentougou.wechatsim.push;

import org.junit.jupiter.api.Test;

import cn.mentougou.wechatsim.stub.Replies;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictTests {

	private static final String OPEN_ID = "oSimUser0000000000000000001";

	private static final String OLD_KEY = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

	private final SimAccount safe = SimAccount.service("wx00000000000000f1").withPreviousAesKey(OLD_KEY);

	private final SimAccount compatible = safe.withMode(SimAccount.Mode.COMPATIBLE);

	private final SimAccount plain = safe.withMode(SimAccount.Mode.PLAIN);

	private final String reply = Replies.text(safe, OPEN_ID, "您好");

	@Test
	void successAndNothingAreTakenInSilence() {
		assertThat(judge(safe, "success")).isEqualTo(Verdict.OK_EMPTY);
		assertThat(judge(plain, "")).isEqualTo(Verdict.OK_EMPTY);
	}

	@Test
	void almostSuccessIsNotSuccess() {
		for (String body : new String[] { "SUCCESS", "success\n", "\"success\"", "ok", "{}", "<html></html>" }) {
			assertThat(judge(plain, body)).as(body).isEqualTo(Verdict.BAD);
		}
	}

	@Test
	void sealedReplyIsTakenInSafeAndCompatibleMode() {
		assertThat(judge(safe, Replies.sealed(safe, reply))).isEqualTo(Verdict.OK_REPLY);
		assertThat(judge(compatible, Replies.sealed(compatible, reply))).isEqualTo(Verdict.OK_REPLY);
		assertThat(judge(plain, Replies.sealed(plain, reply))).isEqualTo(Verdict.BAD);
	}

	@Test
	void clearReplyIsTakenInPlainAndCompatibleMode() {
		assertThat(judge(plain, reply)).isEqualTo(Verdict.OK_REPLY);
		assertThat(judge(compatible, reply)).isEqualTo(Verdict.OK_REPLY);
		assertThat(judge(safe, reply)).isEqualTo(Verdict.BAD);
	}

	@Test
	void replySealedWithThePreviousKeyIsTaken() {
		assertThat(judge(safe, Replies.sealed(safe.withAesKey(OLD_KEY), reply))).isEqualTo(Verdict.OK_REPLY);
	}

	@Test
	void replySealedForSomebodyElseIsNot() {
		String sealed = Replies.sealed(safe, reply);
		assertThat(judge(safe, sealed.replace("<MsgSignature><![CDATA[", "<MsgSignature><![CDATA[0")))
			.isEqualTo(Verdict.BAD);
		SimAccount other = SimAccount.service("wxother00000000000").withToken(safe.token());
		assertThat(judge(safe, Replies.sealed(other, reply))).isEqualTo(Verdict.BAD);
		assertThat(judge(safe.withPreviousAesKey(null), Replies.sealed(safe.withAesKey(OLD_KEY), reply)))
			.isEqualTo(Verdict.BAD);
	}

	@Test
	void bothNamesMustBeRight() {
		assertThat(judge(plain, Replies.text(plain, "oSomebodyElse", "您好"))).isEqualTo(Verdict.BAD);
		assertThat(judge(plain, Replies.text(plain.withOriginalId("gh_000000000000"), OPEN_ID, "您好")))
			.isEqualTo(Verdict.BAD);
	}

	@Test
	void textHasAtMost2048Bytes() {
		assertThat(judge(plain, Replies.text(plain, OPEN_ID, "字".repeat(682)))).isEqualTo(Verdict.OK_REPLY);
		assertThat(judge(plain, Replies.text(plain, OPEN_ID, "字".repeat(683)))).isEqualTo(Verdict.BAD);
		assertThat(judge(plain, Replies.text(plain, OPEN_ID, ""))).isEqualTo(Verdict.BAD);
	}

	@Test
	void messageIsAnsweredByOneArticleAndAnEventByEight() {
		assertThat(check(plain, 1).judge(Replies.news(plain, OPEN_ID, 1)).verdict()).isEqualTo(Verdict.OK_REPLY);
		assertThat(check(plain, 1).judge(Replies.news(plain, OPEN_ID, 2)).verdict()).isEqualTo(Verdict.BAD);
		assertThat(check(plain, 8).judge(Replies.news(plain, OPEN_ID, 8)).verdict()).isEqualTo(Verdict.OK_REPLY);
		assertThat(check(plain, 8).judge(Replies.news(plain, OPEN_ID, 9)).verdict()).isEqualTo(Verdict.BAD);
		assertThat(new PushDraft("a", "p", "text", "").articlesAllowed()).isEqualTo(1);
		assertThat(new PushDraft("a", "p", "CLICK", "").articlesAllowed()).isEqualTo(8);
	}

	@Test
	void otherKindsNeedWhatTheyShow() {
		assertThat(judge(plain, of("image", "<Image><MediaId>m</MediaId></Image>"))).isEqualTo(Verdict.OK_REPLY);
		assertThat(judge(plain, of("image", "<Image/>"))).isEqualTo(Verdict.BAD);
		assertThat(judge(plain, of("image", ""))).isEqualTo(Verdict.BAD);
		assertThat(judge(plain, of("transfer_customer_service", ""))).isEqualTo(Verdict.OK_REPLY);
		assertThat(judge(plain, of("hologram", ""))).isEqualTo(Verdict.BAD);
	}

	private String of(String type, String elements) {
		return Replies.of(plain, OPEN_ID, "<MsgType>" + type + "</MsgType>" + elements);
	}

	private static Verdict judge(SimAccount account, String body) {
		return check(account, 1).judge(body).verdict();
	}

	private static AnswerCheck check(SimAccount account, int articles) {
		return new AnswerCheck(account, OPEN_ID, articles);
	}

}
