package cn.mentougou.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.MovableClock;
import cn.mentougou.testrun.DemoAccount;
import cn.mentougou.wechatsim.WeChatSimulator;

/** The database, the platform and the time that all lives share. */
record Ground(MovableClock clock, Map<String, Object> properties, WeChatSimulator simulator, JdbcClient jdbc) {

	/** Empty, at this time, with these properties besides the usual ones. */
	static Ground at(Instant now, Map<String, Object> further) {
		MovableClock clock = new MovableClock(now);
		Map<String, Object> properties = new LinkedHashMap<>(EngineProperties.fresh());
		properties.put("education.quota.write-every", "5s");
		properties.putAll(further);
		WeChatSimulator simulator = WeChatSimulator
			.start(DemoAccount.settings(properties).timeout(Duration.ofSeconds(60)).clock(clock));
		properties.put("education.wechat.api-base-url", simulator.platformUrl());
		JdbcClient jdbc = EngineProperties.migrated(properties);
		jdbc.sql(EffectHandlers.TABLE).update();
		return new Ground(clock, properties, simulator, jdbc);
	}

}
