package cn.mentougou.education.access;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.door.Browser;
import cn.mentougou.education.office.door.OfficeSite;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.dialogue.Talk;
import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushListener;
import cn.mentougou.education.wechat.dispatch.Turn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks in every field of every form that a role can reach; the forms are found by
 * walking the pages. {@code -Dattacks.every=1} tries all of them, otherwise a sample that
 * differs from field to field.
 */
class AttackTests extends OfficeSite {

	private static final int EVERY = Integer.getInteger("attacks.every", 8);

	private static final int MOST_PAGES = 80;

	@Autowired
	private ObjectProvider<PushListener> listeners;

	@Autowired
	private PlatformTransactionManager transactions;

	private final List<String> harm = new ArrayList<>();

	private int tried;

	@ParameterizedTest
	@EnumSource(names = { "SYSTEM_ADMINISTRATOR", "SECURITY_ADMINISTRATOR", "AUDIT_ADMINISTRATOR", "DISCLOSURE_CLERK",
			"EDITOR", "ENQUIRY_CLERK" })
	void noFieldOfTheConsoleIsHarmed(Role role) throws IOException {
		this.district.person("李小红", this.district.unit(UnitKind.SCHOOL, "永定河小学" + System.nanoTime()));
		write("请问什么时候报名？");
		Browser browser = signedIn(colleague(role));
		List<String> attacks = Attacks.all();
		int number = 0;
		for (PageForm form : forms(browser)) {
			for (String field : form.fields()) {
				for (int i = number++ % EVERY; i < attacks.size(); i += EVERY) {
					attack(browser, form, field, attacks.get(i));
				}
			}
		}
		assertThat(this.harm).isEmpty();
		assertThat(this.tried).isGreaterThan(8);
		assertThat(browser.open("/console").statusCode()).as("the session survived").isEqualTo(200);
	}

	@Test
	void nothingThatAPersonWritesHarmsWhoReadsIt() throws IOException {
		Browser browser = signedIn(colleague(Role.ENQUIRY_CLERK));
		List<String> attacks = Attacks.all();
		for (int i = 0; i < attacks.size(); i += EVERY) {
			String page = write(attacks.get(i));
			judge("a message", attacks.get(i), browser.open(page));
		}
		assertThat(this.harm).isEmpty();
	}

	/** Writes to the service account and returns the page of the conversation. */
	private String write(String words) {
		Push push = Talk.text("oStranger" + System.nanoTime(), words, this.clock.instant());
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.listeners.orderedStream()
			.filter((listener) -> listener.concerns(push.message(), Turn.DEFAULT_ANSWER))
			.forEach((listener) -> listener.learn(push)));
		return "/console/dialogues/" + this.jdbc.sql("SELECT MAX(id) FROM dialogue_thread").query(Long.class).single();
	}

	@Test
	void neitherFieldOfTheDoorIsHarmed() throws IOException {
		List<String> attacks = Attacks.all();
		for (int i = 0; i < attacks.size(); i += EVERY) {
			Browser browser = browser();
			browser.open("/console/sign-in");
			judge("sign-in", attacks.get(i),
					browser.submit("/console/sign-in", "username", attacks.get(i), "password", attacks.get(i)));
			judge("sign-in", attacks.get(i), browser.open("/console/sign-in?to=" + encoded(attacks.get(i))));
		}
		assertThat(this.harm).isEmpty();
	}

	private void attack(Browser browser, PageForm form, String field, String attack) {
		this.tried++;
		Map<String, String> values = form.with(field, attack);
		String action = form.action().isEmpty() ? "/console" : form.action();
		if (form.sendsFile()) {
			boolean isFile = values.remove(PageForm.FILE) != null;
			byte[] content = (isFile ? attack : "a").getBytes(StandardCharsets.UTF_8);
			judge(form.action() + " " + field, attack,
					browser.upload(action, values, (isFile ? attack : "a") + ".txt", content));
			return;
		}
		if (form.isPost()) {
			String[] fields = values.entrySet()
				.stream()
				.flatMap((value) -> List.of(value.getKey(), value.getValue()).stream())
				.toArray(String[]::new);
			judge(form.action() + " " + field, attack, browser.post(action, fields));
			return;
		}
		if (attack.length() < 4000) {
			judge(form.action() + " " + field, attack,
					browser.open(action.replaceAll("\\?.*", "") + "?"
							+ values.entrySet()
								.stream()
								.map((value) -> value.getKey() + "=" + encoded(value.getValue()))
								.collect(Collectors.joining("&"))));
		}
	}

	private void judge(String where, String attack, HttpResponse<String> answer) {
		String shown = where + " with " + (attack.length() > 60 ? attack.substring(0, 60) + "…" : attack);
		check(answer.statusCode() < 500, shown, "answered " + answer.statusCode());
		check(answer.headers().allValues("Set-Cookie").stream().noneMatch((cookie) -> cookie.startsWith("canary")),
				shown, "set a cookie");
		check(answer.headers().firstValue("Location").filter((place) -> place.contains("invalid")).isEmpty(), shown,
				"led elsewhere");
		String body = answer.body();
		check(!body.contains("$argon2") && !body.contains("root:x:0"), shown, "showed a secret");
		check(!attack.contains("7*191") || !body.contains("1337"), shown, "was computed");
		Document page = Jsoup.parse(body);
		check(page.select("script").stream().noneMatch((script) -> script.data().contains("canary"))
				&& page.select("[onload], [onerror], [srcdoc], a[href^=javascript], x, math").isEmpty(), shown,
				"became part of the page");
	}

	private void check(boolean isWell, String shown, String wrong) {
		if (!isWell) {
			this.harm.add(shown + ": " + wrong);
		}
	}

	/** Every kind of form on the pages that links lead to, except one's own sign-in. */
	private static List<PageForm> forms(Browser browser) {
		Map<String, PageForm> forms = new LinkedHashMap<>();
		Set<String> seen = new HashSet<>(Set.of("/console"));
		Deque<String> waiting = new ArrayDeque<>(seen);
		for (int pages = 0; pages < MOST_PAGES && !waiting.isEmpty(); pages++) {
			HttpResponse<String> answer = browser.open(waiting.remove());
			if (answer.statusCode() != 200
					|| !answer.headers().firstValue("Content-Type").orElse("").contains("html")) {
				continue;
			}
			Document page = Jsoup.parse(answer.body());
			PageForm.on(page)
				.stream()
				.filter((form) -> !form.action().matches("/console/(sign-out|myself).*"))
				.forEach((form) -> forms.putIfAbsent(form.kind(), form));
			for (String link : page.select("a[href^=/console]").eachAttr("href")) {
				if (!link.matches(".*(sign-out|export).*") && seen.add(link.replaceAll("[0-9]+", "N"))) {
					waiting.add(link);
				}
			}
		}
		return List.copyOf(forms.values());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
