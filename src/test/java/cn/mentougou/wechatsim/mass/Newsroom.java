package cn.mentougou.wechatsim.mass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.stub.WebhookStub;
import cn.mentougou.wechatsim.world.SimAccount;

/**
 * Two accounts with a simulator of their own, whose clock stands at the twentieth of
 * April, eight in the morning, and whose jobs run when a test says so.
 */
public final class Newsroom implements AutoCloseable {

	public static final SimAccount SUBSCRIPTION = SimAccount.subscription("wx00000000000000d1")
		.withMode(SimAccount.Mode.PLAIN);

	public static final SimAccount SERVICE = SimAccount.service("wx00000000000000f1").withMode(SimAccount.Mode.PLAIN);

	private final WebhookStub webhook = new WebhookStub();

	private final WeChatSimulator sim;

	private final Caller platform;

	public Newsroom() {
		this.sim = WeChatSimulator.start(SimulatorSettings.defaults()
			.port(0)
			.platformPort(0)
			.clock(Clock.fixed(Instant.parse("2026-04-20T00:00:00Z"), ZoneOffset.UTC))
			.account(SUBSCRIPTION.withWebhookUrl(webhook.url()))
			.account(SERVICE.withWebhookUrl(webhook.url())));
		this.platform = new Caller(sim.platformUrl());
		mass().moment(Duration.ofHours(1));
	}

	public WeChatSimulator sim() {
		return sim;
	}

	public MassDesk mass() {
		return sim.mass();
	}

	/** Runs what is due and waits until its events were told. */
	public void settle() {
		mass().settle().forEach(Push::await);
	}

	public SimPerson follower(String name, String appId) {
		SimPerson person = sim.person(name);
		person.follow(appId).await();
		return person;
	}

	/** A draft of so many articles, by its id. */
	public String draft(String appId, String... titles) {
		String cover = picture(appId);
		String articles = Stream.of(titles)
			.map((title) -> article(title, cover, "<p>" + title + "</p>"))
			.collect(Collectors.joining(","));
		return post(appId, "/cgi-bin/draft/add", "{\"articles\":[" + articles + "]}").path("media_id").asString();
	}

	public static String article(String title, String cover, String content) {
		return "{\"title\":\"%s\",\"author\":\"区教委\",\"content\":\"%s\",\"thumb_media_id\":\"%s\"}".formatted(title,
				content, cover);
	}

	/** A permanent picture, by its id. */
	public String picture(String appId) {
		return upload(appId, "/cgi-bin/material/add_material?type=image&access_token=").path("media_id").asString();
	}

	/** Uploads the picture of the campus. */
	public JsonNode upload(String appId, String path) {
		try {
			return platform.upload(path + token(appId),
					Files.readAllBytes(Path.of("src", "test", "resources", "wechatsim", "phone", "img", "campus.jpg")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public JsonNode sendAll(String appId, String mediaId, String key) {
		return post(appId, "/cgi-bin/message/mass/sendall",
				"{\"filter\":{\"is_to_all\":true},\"msgtype\":\"mpnews\",\"mpnews\":{\"media_id\":\"%s\"},\"clientmsgid\":\"%s\"}"
					.formatted(mediaId, key));
	}

	/** What the platform says of a send. */
	public String state(String appId, JsonNode answer) {
		return post(appId, "/cgi-bin/message/mass/get", "{\"msg_id\":" + answer.path("msg_id").asLong() + "}")
			.path("msg_status")
			.asString();
	}

	public JsonNode post(String appId, String path, String body) {
		return platform.post(path + "?access_token=" + token(appId), body);
	}

	public int code(String appId, String path, String body) {
		return post(appId, path, body).path("errcode").asInt(0);
	}

	public JsonNode get(String appId, String path) {
		return platform.get(path + "?access_token=" + token(appId));
	}

	/** The events of a kind that the account's server was told, as XML. */
	public List<String> events(String kind) {
		return webhook.received()
			.stream()
			.map(WebhookStub.Received::body)
			.filter((body) -> body.contains("[" + kind + "]"))
			.toList();
	}

	/** A page of the platform as a reader's browser gets it. */
	public String page(String address) {
		return platform.send(HttpRequest.newBuilder(URI.create(address))).body();
	}

	private String token(String appId) {
		return platform.token(appId.equals(SERVICE.appId()) ? SERVICE : SUBSCRIPTION);
	}

	@Override
	public void close() {
		sim.close();
		webhook.close();
	}

}
