package cn.mentougou.education.wechat.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.mentougou.education.shared.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class CapabilityTests {

	/** Protocol paper, 0.2: unverified and verified 订阅号, unverified and verified 服务号. */
	@ParameterizedTest
	@CsvSource({ "MENU, no, yes, yes, yes", "CUSTOMER_SERVICE, no, yes, no, yes", "MASS_MESSAGE, no, yes, no, yes",
			"MASS_TO_LIST, no, no, no, yes", "DRAFT, no, yes, no, yes", "FREE_PUBLISH, no, yes, no, yes",
			"COMMENT, no, yes, no, yes", "FOLLOWER, no, yes, no, yes", "SCENE_QR_CODE, no, no, no, yes",
			"WEB_AUTHORIZATION, no, no, no, yes", "TEMPLATE_MESSAGE, no, no, no, yes",
			"SUBSCRIPTION_NOTICE, no, no, no, yes", "ONE_TIME_MESSAGE, no, yes, no, yes",
			"STATISTICS, no, yes, no, yes", "STAFF_TOOL, no, no, no, yes" })
	void kindAndVerificationDecideWhatAnAccountMayDo(Capability capability, String plainSubscription,
			String verifiedSubscription, String plainService, String verifiedService) {
		assertThat(may(capability, AccountKind.SUBSCRIPTION, false)).isEqualTo(plainSubscription);
		assertThat(may(capability, AccountKind.SUBSCRIPTION, true)).isEqualTo(verifiedSubscription);
		assertThat(may(capability, AccountKind.SERVICE, false)).isEqualTo(plainService);
		assertThat(may(capability, AccountKind.SERVICE, true)).isEqualTo(verifiedService);
	}

	@ParameterizedTest
	@CsvSource({ "/cgi-bin/menu/create, MENU", "/cgi-bin/message/custom/send, CUSTOMER_SERVICE",
			"/cgi-bin/message/mass/sendall, MASS_MESSAGE", "/cgi-bin/message/mass/send, MASS_TO_LIST",
			"/cgi-bin/message/template/send, TEMPLATE_MESSAGE", "/cgi-bin/message/template/subscribe, ONE_TIME_MESSAGE",
			"/cgi-bin/tags/members/batchtagging, FOLLOWER", "/datacube/getusersummary, STATISTICS" })
	void aCallIsKnownByItsAddress(String path, Capability capability) {
		assertThat(Capability.of("https://api.weixin.qq.com" + path)).contains(capability);
		assertThat(Capability.of("http://127.0.0.1:8091/behind/a/proxy" + path)).contains(capability);
	}

	@Test
	void everyAccountMayAskForItsTokenAndUploadPictures() {
		assertThat(Capability.of("https://api.weixin.qq.com/cgi-bin/stable_token")).isEmpty();
		assertThat(Capability.of("https://api.weixin.qq.com/cgi-bin/media/upload")).isEmpty();
	}

	@Test
	void theRefusalNamesTheAccountAndWhoMay() {
		WeChatAccount account = account(AccountKind.SUBSCRIPTION, true);
		assertThatExceptionOfType(Refusal.Forbidden.class).isThrownBy(() -> account.require(Capability.SCENE_QR_CODE))
			.satisfies((refusal) -> assertThat(refusal.arguments()).containsExactly("订阅号", "已认证", "带参数二维码", "认证的服务号"));
		assertThatNoException().isThrownBy(() -> account.require(Capability.MENU));
	}

	private static String may(Capability capability, AccountKind kind, boolean verified) {
		return account(kind, verified).may(capability) ? "yes" : "no";
	}

	private static WeChatAccount account(AccountKind kind, boolean verified) {
		return new WeChatAccount(kind, "wx1", "gh_1", "s", "t", null, PushMode.PLAIN, verified, null, null);
	}

}
