package cn.mentougou.education.wechat.webhook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import cn.mentougou.education.wechat.envelope.PushQuery;
import cn.mentougou.fuzz.FuzzTarget;

import static org.assertj.core.api.Assertions.assertThat;

/** Any query: nothing is thrown, a missing parameter is missing. */
public class QueryFuzz implements FuzzTarget {

	@Override
	public String name() {
		return "query";
	}

	@Override
	public void accept(byte[] input) {
		String raw = new String(input, StandardCharsets.ISO_8859_1);
		PushQuery sealed = new QueryString(raw).pushQuery(true);
		PushQuery plain = new QueryString(raw).pushQuery(false);
		if (sealed != null) {
			assertThat(sealed).isEqualTo(plain);
			assertThat(sealed.msgSignature()).isNotEmpty();
		}
		if (plain != null) {
			assertThat(plain.signature()).isNotEmpty();
			assertThat(plain.timestamp()).isNotEmpty();
			assertThat(plain.nonce()).isNotEmpty().hasSizeLessThanOrEqualTo(raw.length());
		}
		String value = new String(input, StandardCharsets.UTF_8);
		String first = "nonce=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
		assertThat(new QueryString(first + "&nonce=1").get("nonce")).isEqualTo(value.isEmpty() ? null : value);
	}

	@Override
	public List<byte[]> madeSeeds() {
		return List.of(FuzzTarget.longSeed("nonce=1", "&a=b", ""), FuzzTarget.longSeed("nonce=", "%41", ""),
				FuzzTarget.longSeed("", "&", ""), FuzzTarget.longSeed("", "%", "=1"));
	}

}
