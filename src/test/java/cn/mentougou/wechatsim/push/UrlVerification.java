package cn.mentougou.wechatsim.push;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import cn.mentougou.wechatsim.envelope.Signature;
import cn.mentougou.wechatsim.http.HttpCall;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** What the platform does when an operator saves the webhook's address in the console. */
public final class UrlVerification {

	private final World world;

	public UrlVerification(World world) {
		this.world = world;
	}

	/** Asks the account's server to return {@code echostr}. */
	public Result verify(SimAccount account, Duration timeout) {
		if (account.webhookUrl() == null || account.webhookUrl().isEmpty()) {
			return new Result(false, 0, "", "没有填写服务器地址");
		}
		String call = world.nextId("v");
		String timestamp = String.valueOf(world.clock().realInstant().getEpochSecond());
		String nonce = world.random().digits(10, "nonce", call);
		String echo = world.random().digits(19, "echostr", call);
		Map<String, String> query = new LinkedHashMap<>();
		query.put("signature", Signature.of(account.token(), timestamp, nonce));
		query.put("timestamp", timestamp);
		query.put("nonce", nonce);
		query.put("echostr", echo);
		try (HttpCall get = new HttpCall(timeout)) {
			URI url = URI.create(Wire.append(account.webhookUrl(), query));
			get.send(new HttpCall.Request("GET", url, "", ""), null);
			HttpCall.Answer answer = get.receive();
			boolean verified = answer.status() == 200 && answer.body().equals(echo);
			return new Result(verified, answer.status(), answer.body(), verified ? "验证通过" : "返回内容与 echostr 不一致");
		}
		catch (IOException | IllegalArgumentException ex) {
			return new Result(false, 0, "", "请求失败：" + ex.getMessage());
		}
	}

	/** Whether the address was accepted, and what it answered. */
	public record Result(boolean verified, int status, String answer, String note) {
	}

}
