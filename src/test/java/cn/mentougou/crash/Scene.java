package cn.mentougou.crash;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import cn.mentougou.education.MovableClock;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.stub.WebhookStub;

/** The lives on their ground, to which the pushes of an account are led. */
abstract class Scene implements AutoCloseable {

	private final Ground ground;

	private final String appId;

	private final WebhookStub webhook = new WebhookStub();

	private final Lives lives;

	Scene(Ground ground, String appId) {
		this.ground = ground;
		this.appId = appId;
		this.lives = new Lives(ground.properties(), ground.clock());
		this.webhook.answers(this::answer);
		ground.simulator().webhook(appId, this.webhook.url());
	}

	Ground ground() {
		return this.ground;
	}

	Lives lives() {
		return this.lives;
	}

	WeChatSimulator simulator() {
		return this.ground.simulator();
	}

	MovableClock clock() {
		return this.ground.clock();
	}

	/** Runs these jobs, as far as this life goes. */
	void run(String... jobs) {
		Lives.Current now = this.lives.now();
		awaited(now, () -> {
			for (String job : jobs) {
				now.run(job);
			}
			return "done";
		});
	}

	/** Of a life that ends the platform hears nothing; what it repeats meets the next. */
	WebhookStub.Answer answer(WebhookStub.Received request) {
		Lives.Current now = this.lives.now();
		byte[] xml = request.body().getBytes(StandardCharsets.UTF_8);
		return awaited(now, () -> text(now.answer(this.appId, xml))).map(WebhookStub.Answer::of)
			.orElseGet(() -> new WebhookStub.Answer(500, "", Duration.ZERO));
	}

	/** What this life says, if it does not end before or fail. */
	static Optional<String> awaited(Lives.Current now, Supplier<String> work) {
		CompletableFuture<String> words = CompletableFuture.supplyAsync(work,
				(task) -> new Thread(task, "request").start());
		try {
			CompletableFuture.anyOf(words, now.life().death()).orTimeout(40, TimeUnit.SECONDS).join();
			return now.life().isOver() ? Optional.empty() : Optional.of(words.join());
		}
		catch (CompletionException ex) {
			return Optional.empty();
		}
	}

	private static String text(byte[] reply) {
		return (reply != null) ? new String(reply, StandardCharsets.UTF_8) : "success";
	}

	@Override
	public void close() {
		simulator().close();
		this.webhook.close();
		this.lives.close();
	}

}
