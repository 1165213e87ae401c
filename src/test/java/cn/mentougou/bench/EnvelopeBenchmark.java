package cn.mentougou.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutMessage;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.web.util.UriComponentsBuilder;

import cn.mentougou.bench.baseline.Keywords;
import cn.mentougou.bench.load.Account;
import cn.mentougou.bench.load.PushWriter;
import cn.mentougou.education.wechat.envelope.Envelope;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.MessageReader;
import cn.mentougou.education.wechat.envelope.PushQuery;
import cn.mentougou.education.wechat.envelope.Reply;
import cn.mentougou.education.wechat.envelope.ReplyWriter;

/** Verify, open, read, write, seal: the same push by our envelope and by the SDK. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EnvelopeBenchmark {

	private static final Account ACCOUNT = new Account("wx00000000000000b1", "gh_0000000000b1", "benchmarkToken",
			"abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE");

	private static final long NUMBER = 7;

	private static final String ANSWER = Keywords.answerTo(PushWriter.keyword(NUMBER));

	private final Envelope envelope = new Envelope(ACCOUNT.appId(), List.of(ACCOUNT.token()),
			List.of(String.valueOf(ACCOUNT.aesKey())));

	private final WxMpDefaultConfigImpl configuration = new WxMpDefaultConfigImpl();

	private byte[] body = {};

	private PushQuery query = new PushQuery("", "", "", null);

	@Setup
	public void seal() {
		this.configuration.setAppId(ACCOUNT.appId());
		this.configuration.setToken(ACCOUNT.token());
		this.configuration.setAesKey(ACCOUNT.aesKey());
		String request = new String(new PushWriter(ACCOUNT).request(NUMBER), StandardCharsets.UTF_8);
		this.body = request.substring(request.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.UTF_8);
		String parameters = request.substring(request.indexOf('?') + 1, request.indexOf(" HTTP"));
		Map<String, String> query = UriComponentsBuilder.fromUriString("?" + parameters)
			.build()
			.getQueryParams()
			.toSingleValueMap();
		this.query = new PushQuery(query.get("signature"), query.get("timestamp"), query.get("nonce"),
				query.get("msg_signature"));
	}

	@Benchmark
	public byte[] ours() {
		String token = this.envelope.signedWith(this.query);
		Envelope.Opened opened = this.envelope.open(this.query, token, this.body);
		InboundMessage message = MessageReader.read(ACCOUNT.appId(), opened.xml()).message();
		String words = message.words().orElseThrow();
		Instant now = Instant.now();
		byte[] reply = ReplyWriter.write(new Reply.Text(answerTo(words)), message.header(), now);
		Envelope.Seal seal = opened.seal();
		return seal == null ? reply : seal.seal(reply, now.getEpochSecond(), "1234567890");
	}

	@Benchmark
	public String sdk() {
		String msgSignature = String.valueOf(this.query.msgSignature());
		WxMpXmlMessage message = WxMpXmlMessage.fromEncryptedXml(new String(this.body, StandardCharsets.UTF_8),
				this.configuration, this.query.timestamp(), this.query.nonce(), msgSignature);
		return WxMpXmlOutMessage.TEXT()
			.content(answerTo(message.getContent()))
			.fromUser(message.getToUser())
			.toUser(message.getFromUser())
			.build()
			.toEncryptedXml(this.configuration);
	}

	/** Both answer what they have read, from memory. */
	private static String answerTo(String words) {
		if (!words.equals(PushWriter.keyword(NUMBER))) {
			throw new IllegalStateException("not what was asked");
		}
		return ANSWER;
	}

}
