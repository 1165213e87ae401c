package cn.mentougou.education.wechat.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.envelope.PushQuery;
import cn.mentougou.education.wechat.envelope.RejectedPush;
import cn.mentougou.education.wechat.spool.SpoolFull;

/**
 * The address that the platform pushes to. Checks in a fixed order, cheapest first, and
 * tells whoever is not the platform nothing.
 */
@RestController
class WebhookController {

	private static final Logger logger = LoggerFactory.getLogger(WebhookController.class);

	/** The platform's largest push is far below it. */
	private static final int MAX_BODY = 64 * 1024;

	private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

	private final WeChatAccounts accounts;

	private final PushProof proof;

	private final PushDesk desk;

	private final Timer timer;

	WebhookController(WeChatAccounts accounts, PushProof proof, PushDesk desk, Timer webhookTimer) {
		this.accounts = accounts;
		this.proof = proof;
		this.desk = desk;
		this.timer = webhookTimer;
	}

	/** The platform's check when the operator saves the address (验证消息推送地址). */
	@GetMapping("/wechat/{appId}")
	ResponseEntity<byte[]> verify(@PathVariable String appId, HttpServletRequest request) {
		WeChatAccount account = this.accounts.find(appId).orElse(null);
		if (account == null) {
			return empty(HttpStatus.NOT_FOUND);
		}
		QueryString query = new QueryString(request.getQueryString());
		PushQuery push = query.pushQuery(false);
		String echo = query.get("echostr");
		if (push == null || echo == null) {
			return empty(HttpStatus.BAD_REQUEST);
		}
		try {
			this.proof.prove(account, push);
			return ResponseEntity.ok().contentType(TEXT).body(echo.getBytes(StandardCharsets.UTF_8));
		}
		catch (RejectedPush ex) {
			return empty(HttpStatus.FORBIDDEN);
		}
	}

	/** A message or an event. */
	@PostMapping("/wechat/{appId}")
	ResponseEntity<byte[]> receive(@PathVariable String appId, HttpServletRequest request) throws IOException {
		long started = System.nanoTime();
		byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
		if (body.length > MAX_BODY) {
			return empty(HttpStatus.CONTENT_TOO_LARGE);
		}
		WeChatAccount account = this.accounts.find(appId).orElse(null);
		if (account == null) {
			return empty(HttpStatus.NOT_FOUND);
		}
		PushQuery query = new QueryString(request.getQueryString()).pushQuery(account.mode().isSealed());
		if (query == null) {
			return empty(HttpStatus.BAD_REQUEST);
		}
		ResponseEntity<byte[]> response = answer(account, query, body, started);
		this.timer.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
		return response;
	}

	private ResponseEntity<byte[]> answer(WeChatAccount account, PushQuery query, byte[] body, long started) {
		try {
			byte[] reply = this.desk.answer(account, query, body, started);
			return reply == null ? success() : ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(reply);
		}
		catch (RejectedPush ex) {
			return empty(HttpStatus.FORBIDDEN);
		}
		catch (SpoolFull ex) {
			logger.error("消息存不下了，平台被回复 503。请尽快恢复数据库或清出磁盘空间。原因：{}", ex.getMessage());
			return empty(HttpStatus.SERVICE_UNAVAILABLE);
		}
	}

	private static ResponseEntity<byte[]> success() {
		return ResponseEntity.ok().contentType(TEXT).body("success".getBytes(StandardCharsets.US_ASCII));
	}

	private static ResponseEntity<byte[]> empty(HttpStatus status) {
		return ResponseEntity.status(status).build();
	}

}
