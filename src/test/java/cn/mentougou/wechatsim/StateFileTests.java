package cn.mentougou.wechatsim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.push.Push;
import cn.mentougou.wechatsim.stub.Caller;
import cn.mentougou.wechatsim.world.Bubble;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.MenuButton;
import cn.mentougou.wechatsim.world.SimAccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StateFileTests {

	private static final String APP = "wx00000000000000f1";

	@TempDir
	private Path folder;

	@Test
	void peopleOutlastARestart() {
		SimulatorSettings settings = settings().stateFile(folder.resolve("sub/state.json"));
		List<Bubble> seen;
		String openId;
		try (WeChatSimulator sim = WeChatSimulator.start(settings)) {
			SimPerson mum = sim.person("王女士");
			openId = mum.openId(APP);
			mum.follow(APP).await();
			mum.text(APP, "课表").await();
			sim.clock().advance(Duration.ofHours(3));
			seen = mum.phone(APP);
		}
		try (WeChatSimulator sim = WeChatSimulator.start(settings)) {
			SimPerson mum = sim.persons().get(0);
			assertThat(mum.nickname()).isEqualTo("王女士");
			assertThat(mum.openId(APP)).isEqualTo(openId);
			assertThat(mum.follows(APP)).isTrue();
			assertThat(mum.phone(APP)).isEqualTo(seen);
			assertThat(sim.clock().offset()).isEqualTo(Duration.ofHours(3));
			assertThat(sim.person("李先生").id()).isNotEqualTo(mum.id());
		}
	}

	@Test
	void whatAccountsSetUpOutlastsARestartAndAReset() {
		SimulatorSettings settings = settings().stateFile(folder.resolve("state.json"));
		String tag = "{\"tag\":{\"name\":\"一年级\"}}";
		String menu = "{\"button\":[{\"type\":\"click\",\"name\":\"帮助\",\"key\":\"HELP\"}]}";
		String code = "{\"action_name\":\"QR_LIMIT_STR_SCENE\",\"action_info\":{\"scene\":{\"scene_str\":\"A\"}}}";
		try (WeChatSimulator sim = WeChatSimulator.start(settings)) {
			SimPerson mum = sim.person("王女士");
			mum.follow(APP).await();
			call(sim, "tags/create", tag);
			call(sim, "menu/create", menu);
			call(sim, "qrcode/create", code);
			mum.enter(APP);
			call(sim, "menu/create", menu.replace("HELP", "OTHER"));
		}
		try (WeChatSimulator sim = WeChatSimulator.start(settings)) {
			SimPerson mum = sim.persons().get(0);
			assertThat(mum.enter(APP).buttons()).containsExactly(MenuButton.click("帮助", "HELP"));
			assertThat(call(sim, "tags/create", tag).path("errcode").asInt()).isEqualTo(45157);
			assertThat(sim.codes().permanentCount(APP)).isEqualTo(1);
			mum.scanCode(sim.codes().newest(1).get(0).url());
			sim.reset();
			SimPerson dad = sim.person("李先生");
			dad.scanCode(sim.codes().newest(1).get(0).ticket());
			assertThat(dad.enter(APP).buttons()).containsExactly(MenuButton.click("帮助", "OTHER"));
		}
	}

	@Test
	void brokenFileIsNamed() throws IOException {
		Path file = Files.writeString(folder.resolve("state.json"), "{");
		assertThatIllegalStateException().isThrownBy(() -> WeChatSimulator.start(settings().stateFile(file)))
			.withMessageContaining("state.json");
	}

	@Test
	void portThatIsTakenIsNamedWithItsProperty() {
		try (WeChatSimulator sim = WeChatSimulator.start(settings())) {
			int taken = Integer.parseInt(sim.platformUrl().replaceAll(".*:", ""));
			assertThatIllegalStateException().isThrownBy(() -> WeChatSimulator.start(settings().platformPort(taken)))
				.withMessageContaining(taken + "")
				.withMessageContaining("wechatsim.platform-port");
			assertThatIllegalStateException().isThrownBy(() -> WeChatSimulator.start(settings().port(taken)))
				.withMessageContaining("wechatsim.port");
		}
	}

	@Test
	void sameSeedAndSameDeedsGiveTheSameResult() {
		assertThat(story(42)).isEqualTo(story(42)).isNotEqualTo(story(43));
	}

	@Test
	void resetForgetsPeopleAndKeepsAccounts() {
		try (WeChatSimulator sim = WeChatSimulator.start(settings())) {
			String first = sim.person("王女士").openId(APP);
			sim.webhook(APP, "http://127.0.0.1:9/");
			sim.clock().advance(Duration.ofDays(2));
			sim.reset();
			assertThat(sim.persons()).isEmpty();
			assertThat(sim.clock().offset()).isZero();
			assertThat(sim.accounts().get(0).webhookUrl()).isEqualTo("http://127.0.0.1:9/");
			assertThat(sim.person("王女士").openId(APP)).isNotEqualTo(first);
		}
	}

	private static JsonNode call(WeChatSimulator sim, String command, String body) {
		Caller platform = new Caller(sim.platformUrl());
		return platform.post("/cgi-bin/" + command + "?access_token=" + platform.token(SimAccount.service(APP)), body);
	}

	private String story(long seed) {
		Clock fixed = Clock.fixed(Instant.parse("2026-04-20T00:00:00Z"), ZoneOffset.UTC);
		try (WeChatSimulator sim = WeChatSimulator.start(settings().seed(seed).clock(fixed).attempts(1))) {
			sim.webhook(APP, "http://127.0.0.1:9/");
			SimPerson mum = sim.person("王女士");
			Push followed = mum.scan(APP, "CLASS_7").await();
			Push asked = mum.text(APP, "课表").await();
			return Json.write(List.of(mum.phone(APP), followed.draft(), followed.attempts().get(0).requestBody(),
					asked.draft(), asked.attempts().get(0).url()));
		}
	}

	private static SimulatorSettings settings() {
		return SimulatorSettings.defaults().port(0).platformPort(0).account(SimAccount.service(APP));
	}

}
