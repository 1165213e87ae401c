package cn.mentougou.wechatsim.control;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import cn.mentougou.wechatsim.web.SimWeb;
import cn.mentougou.wechatsim.web.WebSettings;

/** The control interface's part about pages in the browser. */
final class WebRoutes {

	private final Parts parts;

	private final SimWeb web;

	WebRoutes(Parts parts) {
		this.parts = parts;
		this.web = parts.web();
	}

	Object settings(ControlRequest request) {
		String appId = appId(request);
		SimWeb.VerifyFile file = web.verifyFile(appId);
		return Map.of("settings", web.settings(appId), "verifyFile", file.name(), "verifyContent", file.content());
	}

	/**
	 * Sets the hosts of an account. With {@code verify} each must first show the file
	 * that proves whose it is, as on the platform's own page.
	 */
	Object change(ControlRequest request) {
		String appId = appId(request);
		WebSettings wanted = request.over(web.settings(appId), WebSettings.class);
		if (request.json().path("verify").asBoolean(false)) {
			List<String> hosts = new ArrayList<>(wanted.authorisationHosts());
			hosts.addAll(wanted.scriptHosts());
			hosts.stream().distinct().forEach((host) -> verify(host, web.verifyFile(appId)));
		}
		web.settings(appId, wanted);
		return wanted;
	}

	Object snapshots(ControlRequest request) {
		web.snapshots(request.json().path("snapshot").asBoolean(false));
		return Map.of("snapshot", web.snapshots());
	}

	Object check(ControlRequest request) {
		String complaint = web
			.complaint(new SimWeb.SignedPage(request.parameter("appId"), request.parameter("url"),
					request.parameter("timestamp"), request.parameter("nonceStr"), request.parameter("signature")))
			.orElse("");
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("ok", complaint.isEmpty());
		answer.put("errMsg", complaint.isEmpty() ? "config:ok" : complaint);
		return answer;
	}

	private static void verify(String host, SimWeb.VerifyFile file) {
		URI address = URI.create("http://" + host + "/" + file.name());
		try {
			HttpResponse<String> answer = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(),
						HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
			if (answer.statusCode() != 200 || !answer.body().strip().equals(file.content())) {
				throw new IllegalArgumentException(
						"校验失败：" + address + " 没有返回校验文件的内容（HTTP " + answer.statusCode() + "）");
			}
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("校验失败：连不上 " + address);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalArgumentException("校验中断");
		}
	}

	private String appId(ControlRequest request) {
		String appId = request.variable();
		if (parts.world().account(appId).isEmpty()) {
			throw new NoSuchElementException("没有这个公众号：" + appId);
		}
		return appId;
	}

}
