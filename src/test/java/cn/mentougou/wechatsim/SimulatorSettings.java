package cn.mentougou.wechatsim;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.push.PushSettings;
import cn.mentougou.wechatsim.world.SimAccount;

/**
 * How a simulator is started. Port 0 is any free port; with a state file the people, who
 * they follow and what they saw outlast a restart.
 */
public record SimulatorSettings(int port, int platformPort, long seed, List<SimAccount> accounts, PushSettings push,
		boolean refuseEscapes, @Nullable Path stateFile, Clock clock) {

	public static SimulatorSettings defaults() {
		return new SimulatorSettings(8090, 8091, 1, List.of(), PushSettings.defaults(), false, null, Clock.systemUTC());
	}

	/** The control interface and the phone page. */
	public SimulatorSettings port(int value) {
		return new SimulatorSettings(value, platformPort, seed, accounts, push, refuseEscapes, stateFile, clock);
	}

	/** The simulated platform. */
	public SimulatorSettings platformPort(int value) {
		return new SimulatorSettings(port, value, seed, accounts, push, refuseEscapes, stateFile, clock);
	}

	public SimulatorSettings seed(long value) {
		return new SimulatorSettings(port, platformPort, value, accounts, push, refuseEscapes, stateFile, clock);
	}

	/** One account more. */
	public SimulatorSettings account(SimAccount account) {
		List<SimAccount> all = new ArrayList<>(accounts);
		all.add(account);
		return new SimulatorSettings(port, platformPort, seed, List.copyOf(all), push, refuseEscapes, stateFile, clock);
	}

	public SimulatorSettings push(PushSettings value) {
		return new SimulatorSettings(port, platformPort, seed, accounts, value, refuseEscapes, stateFile, clock);
	}

	/** How often a push is delivered at most, 1 to 4. */
	public SimulatorSettings attempts(int value) {
		return push(push.withAttempts(value));
	}

	/** How long the platform waits for an answer; five seconds in real life. */
	public SimulatorSettings timeout(Duration value) {
		return push(push.withTimeout(value));
	}

	public SimulatorSettings pushTime(PushSettings.PushTime value) {
		return push(push.withPushTime(value));
	}

	/** Only credentials and form are checked, no permission, limit or rule of state. */
	public SimulatorSettings lenient() {
		return push(push.withStrict(false));
	}

	/** Refuses bodies with escapes for characters, as some endpoints are said to do. */
	public SimulatorSettings refuseEscapes(boolean value) {
		return new SimulatorSettings(port, platformPort, seed, accounts, push, value, stateFile, clock);
	}

	public SimulatorSettings stateFile(@Nullable Path value) {
		return new SimulatorSettings(port, platformPort, seed, accounts, push, refuseEscapes, value, clock);
	}

	/** What the simulator's clock runs with; a fixed one stands until it is advanced. */
	public SimulatorSettings clock(Clock value) {
		return new SimulatorSettings(port, platformPort, seed, accounts, push, refuseEscapes, stateFile, value);
	}

}
