package cn.mentougou.education.wechat.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.envelope.PushQuery;
import cn.mentougou.education.wechat.envelope.RejectedPush;
import cn.mentougou.education.wechat.spool.SpoolFull;

/**
 * The address that the platform pushes to. Checks in a fixed order, cheapest first, and
 * tells whoever is not the platform nothing. A servlet of its own and not a controller:
 * the framework's way costs more than the answer.
 */
class WebhookServlet extends HttpServlet {

	private static final Logger logger = LoggerFactory.getLogger(WebhookServlet.class);

	/** The platform's largest push is far below it. */
	private static final int MAX_BODY = 64 * 1024;

	private static final String TEXT = "text/plain;charset=UTF-8";

	private static final byte[] SUCCESS = "success".getBytes(StandardCharsets.US_ASCII);

	private final transient WeChatAccounts accounts;

	private final transient PushProof proof;

	private final transient PushDesk desk;

	private final transient Timer timer;

	WebhookServlet(WeChatAccounts accounts, PushProof proof, PushDesk desk, Timer timer) {
		this.accounts = accounts;
		this.proof = proof;
		this.desk = desk;
		this.timer = timer;
	}

	/** The platform's check when the operator saves the address (验证消息推送地址). */
	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		WeChatAccount account = account(request);
		if (account == null) {
			refuse(response, HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		QueryString query = new QueryString(request.getQueryString());
		PushQuery push = query.pushQuery(false);
		String echo = query.get("echostr");
		if (push == null || echo == null) {
			refuse(response, HttpServletResponse.SC_BAD_REQUEST);
			return;
		}
		try {
			this.proof.prove(account, push);
			answer(response, TEXT, echo.getBytes(StandardCharsets.UTF_8));
		}
		catch (RejectedPush ex) {
			refuse(response, HttpServletResponse.SC_FORBIDDEN);
		}
	}

	/** A message or an event. */
	@Override
	protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
		long started = System.nanoTime();
		byte[] body = body(request);
		if (body.length > MAX_BODY) {
			refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
			return;
		}
		WeChatAccount account = account(request);
		if (account == null) {
			refuse(response, HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		PushQuery query = new QueryString(request.getQueryString()).pushQuery(account.mode().isSealed());
		if (query == null) {
			refuse(response, HttpServletResponse.SC_BAD_REQUEST);
			return;
		}
		receive(response, account, query, body, started);
		this.timer.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
	}

	private void receive(HttpServletResponse response, WeChatAccount account, PushQuery query, byte[] body,
			long started) throws IOException {
		try {
			byte[] reply = this.desk.answer(account, query, body, started);
			if (reply == null) {
				answer(response, TEXT, SUCCESS);
			}
			else {
				answer(response, "application/xml;charset=UTF-8", reply);
			}
		}
		catch (RejectedPush ex) {
			refuse(response, HttpServletResponse.SC_FORBIDDEN);
		}
		catch (SpoolFull ex) {
			logger.error("消息存不下了，平台被回复 503。请尽快恢复数据库或清出磁盘空间。原因：{}", ex.getMessage());
			refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		}
	}

	private @Nullable WeChatAccount account(HttpServletRequest request) {
		String path = request.getPathInfo();
		return path == null || path.isEmpty() ? null : this.accounts.find(path.substring(1)).orElse(null);
	}

	/** The body, or one byte more than is allowed of it, whatever its headers say. */
	private static byte[] body(HttpServletRequest request) throws IOException {
		int announced = request.getContentLength();
		byte[] body = new byte[announced >= 0 && announced <= MAX_BODY ? announced : MAX_BODY + 1];
		InputStream in = request.getInputStream();
		int length = in.readNBytes(body, 0, body.length);
		return length == body.length ? body : Arrays.copyOf(body, length);
	}

	private static void answer(HttpServletResponse response, String type, byte[] body) throws IOException {
		response.setContentType(type);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	private static void refuse(HttpServletResponse response, int status) {
		response.setStatus(status);
		response.setContentLength(0);
	}

}
