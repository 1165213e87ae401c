package cn.mentougou.education.wechat.sender;

import java.util.List;

import cn.mentougou.education.wechat.token.Accounts;
import cn.mentougou.education.wechat.token.CannedPlatform;
import cn.mentougou.fuzz.FuzzTarget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any answer to a message that was sent: it was taken, it was refused, or nobody knows;
 * each with a reason that the ledger can hold and the staff can read.
 */
public class SendAnswerFuzz implements FuzzTarget {

	private final CannedPlatform platform = new CannedPlatform();

	private final WxMpSender sender = new WxMpSender(this.platform.clients());

	@Override
	public String name() {
		return "send-answer";
	}

	@Override
	public void accept(byte[] input) {
		this.platform.answer(input);
		Outcome outcome = this.sender.send(Accounts.APP_ID, "oPerson", new OutboundMessage.Text("您好"), "");
		assertThat(this.sender.send(Accounts.APP_ID, "oPerson", new OutboundMessage.Text("您好"), "")).isEqualTo(outcome);
		if (outcome instanceof Outcome.Refused refused) {
			assertReason(refused.reason(), refused.rid());
		}
		else if (outcome instanceof Outcome.Unknown unknown) {
			assertReason(unknown.reason(), unknown.rid());
		}
		else if (outcome instanceof Outcome.NotSent notSent) {
			assertReason(notSent.reason(), "");
		}
	}

	private static void assertReason(String reason, String rid) {
		assertThat(reason).isNotBlank().hasSizeLessThanOrEqualTo(64);
		assertThat(rid).matches("[0-9a-zA-Z-]{0,64}");
		assertThat(Reason.sentence(reason)).endsWith("。");
	}

	@Override
	public List<byte[]> madeSeeds() {
		return CannedPlatform.longAnswers();
	}

}
