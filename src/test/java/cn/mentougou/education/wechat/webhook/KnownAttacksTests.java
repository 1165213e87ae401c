package cn.mentougou.education.wechat.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What brought down other systems that take WeChat's pushes: XML that is read before the
 * signature is proven, and readers that fetch what a DOCTYPE names.
 */
class KnownAttacksTests extends ThreeAccounts {

	private static final String LAUGHS = "<!DOCTYPE xml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
			+ "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
			+ "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">"
			+ "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">]>";

	@Autowired
	private MeterRegistry meters;

	/** Where an entity points; whoever connects was tricked. */
	private ServerSocket outside;

	@BeforeEach
	void listen() throws IOException {
		this.outside = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		this.outside.setSoTimeout(100);
	}

	@AfterEach
	void close() throws IOException {
		this.outside.close();
	}

	@Test
	void xmlIsNotReadBeforeTheSignatureIsProven() {
		for (PlatformCaller call : new PlatformCaller[] { safe(), compatible(), plain() }) {
			call.raw(LAUGHS + text("&h;")).with("signature", "0".repeat(40)).with("msg_signature", "0");
			assertThat(causesOf(call::post)).isEqualTo(Map.of("SIGNATURE", 1.0));
		}
	}

	@Test
	void billionLaughsAreRefusedInTheEnvelopeAndInPlainMode() {
		PlatformCaller envelope = safe().raw(LAUGHS + "<xml><Encrypt>&h;</Encrypt></xml>").with("msg_signature", "0");
		assertThat(causesOf(envelope::post)).isEqualTo(Map.of("BODY", 1.0));
		assertThat(causesOf(plain().raw(LAUGHS + text("&h;"))::post)).isEqualTo(Map.of("BODY", 1.0));
	}

	@Test
	void billionLaughsThatWereSealedAreADeadLetter() {
		assertSuccess(safe().sealed(LAUGHS + text("&h;")).post());
	}

	@Test
	void cve201820318NothingIsFetchedForAnEntity() {
		assertNothingIsFetched("<!DOCTYPE xml [<!ENTITY x SYSTEM \"" + address() + "\">]>");
	}

	@Test
	void cve20195312NothingIsFetchedForAParameterEntityOrADtd() {
		assertNothingIsFetched("<!DOCTYPE xml [<!ENTITY % x SYSTEM \"" + address() + "\"> %x;]>");
		assertNothingIsFetched("<!DOCTYPE xml SYSTEM \"" + address() + "\">");
		assertNothingIsFetched("<!DOCTYPE xml PUBLIC \"-//x//y\" \"" + address() + "\">");
	}

	@Test
	void eachRefusalIsCountedWithItsCause() {
		Map<String, Supplier<HttpResponse<String>>> refusals = new LinkedHashMap<>();
		refusals.put("SIGNATURE", safe().withToken("anotherToken").sealed(text("a"))::post);
		refusals.put("TIME", safe().at(Instant.EPOCH).sealed(text("a"))::post);
		refusals.put("BODY", safe().raw("no xml").with("msg_signature", "0")::post);
		refusals.put("MESSAGE_SIGNATURE", safe().sealed(text("a")).with("msg_signature", "0")::post);
		refusals.put("SEAL", safe().sealedFor(PLAIN).sealed(text("a"))::post);
		refusals.put("ADDRESSEE", safe().sealed(text("a").replace("gh_" + SAFE, "gh_" + PLAIN))::post);
		refusals.forEach((cause, call) -> assertThat(causesOf(call)).isEqualTo(Map.of(cause, 1.0)));
	}

	@Test
	void theFirstCheckThatFailsIsTheOneThatCounts() {
		PlatformCaller old = safe().at(Instant.EPOCH).sealed(text("a"));
		assertThat(causesOf(old.with("signature", "0")::post)).isEqualTo(Map.of("SIGNATURE", 1.0));
		PlatformCaller unreadable = safe().at(Instant.EPOCH).raw("no xml").with("msg_signature", "0");
		assertThat(causesOf(unreadable::post)).isEqualTo(Map.of("TIME", 1.0));
		PlatformCaller foreign = safe().sealedFor(PLAIN).sealed(text("a").replace("gh_" + SAFE, "gh_" + PLAIN));
		assertThat(causesOf(foreign::post)).isEqualTo(Map.of("SEAL", 1.0));
		assertThat(causesOf(foreign.with("msg_signature", "0")::post)).isEqualTo(Map.of("MESSAGE_SIGNATURE", 1.0));
		PlatformCaller unknown = new PlatformCaller(port(), "wx00000000000000ff", TOKEN, null);
		assertRefused(unknown.with("nonce", null).post(), 404);
		assertRefused(safe().sealed(text("a")).with("signature", "0").with("nonce", null).post(), 400);
	}

	private String address() {
		return "http://127.0.0.1:" + this.outside.getLocalPort() + "/x";
	}

	private void assertNothingIsFetched(String doctype) {
		assertRefused(plain().raw(doctype + text("&x;")).post(), 403);
		assertRefused(safe().raw(doctype + "<xml><Encrypt>&x;</Encrypt></xml>").with("msg_signature", "0").post(), 403);
		assertSuccess(safe().sealed(doctype + text("&x;")).post());
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> this.outside.accept().close());
	}

	/** What a refused call adds to the counters of causes. */
	private Map<String, Double> causesOf(Supplier<HttpResponse<String>> call) {
		Map<String, Double> before = causes();
		assertRefused(call.get(), 403);
		Map<String, Double> added = new LinkedHashMap<>();
		causes().forEach((cause, count) -> {
			double more = count - before.getOrDefault(cause, 0.0);
			if (more > 0) {
				added.put(cause, more);
			}
		});
		return added;
	}

	private Map<String, Double> causes() {
		Map<String, Double> causes = new LinkedHashMap<>();
		this.meters.find("wx.webhook.rejected")
			.counters()
			.forEach((counter) -> causes.put(counter.getId().getTag("cause"), counter.count()));
		return causes;
	}

}
