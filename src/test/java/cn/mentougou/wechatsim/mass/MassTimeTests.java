package cn.mentougou.wechatsim.mass;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.push.Push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** When a mass send runs: its speed, its length and the moment of its event. */
class MassTimeTests {

	private static final String DONE = "MASSSENDJOBFINISH";

	private final Newsroom room = new Newsroom();

	private final String subscription = Newsroom.SUBSCRIPTION.appId();

	@AfterEach
	void stop() {
		room.close();
	}

	@Test
	void speedIsSetAndRead() {
		assertThat(room.code(subscription, "/cgi-bin/message/mass/speed/set", "{\"speed\":4}")).isZero();
		JsonNode speed = room.post(subscription, "/cgi-bin/message/mass/speed/get", "{}");
		assertThat(speed.path("speed").asInt()).isEqualTo(4);
		assertThat(speed.path("realspeed").asInt()).isEqualTo(10);
		assertThat(room.code(subscription, "/cgi-bin/message/mass/speed/set", "{\"speed\":5}")).isEqualTo(45083);
	}

	@Test
	void slowJobRunsWhenItsTimeHasCome() {
		room.mass().settings(subscription, room.mass().settings(subscription).withTakes(Duration.ofMinutes(5)));
		JsonNode answer = room.sendAll(subscription, room.draft(subscription, "一"), "k1");
		assertThat(room.mass().settle()).isEmpty();
		room.sim().clock().advance(Duration.ofMinutes(5));
		assertThat(room.state(subscription, answer)).isEqualTo("SEND_SUCCESS");
	}

	@Test
	void withoutAnOrderTheEventFollowsAMomentAfterTheAnswer() {
		room.mass().moment(Duration.ofMillis(10));
		room.sendAll(subscription, room.draft(subscription, "一"), "k1");
		await().untilAsserted(() -> assertThat(room.events(DONE)).hasSize(1));
		assertThat(room.mass().settle()).extracting(Push::id).isEmpty();
	}

}
