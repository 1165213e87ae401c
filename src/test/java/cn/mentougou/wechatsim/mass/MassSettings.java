package cn.mentougou.wechatsim.mass;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How sending stands for an account.
 *
 * @param protect API 群发保护: a send to all waits for the administrator
 * @param speed the speed that was set, 0 to 4
 * @param takes how long a job is under way on the virtual clock
 * @param publishIdAsText whether a publish id is a text, as one part of the documentation
 * says, or a number, as seen in the wild
 * @param testAccount a 测试号, whose publications always fail with state 3
 * @param errors how many receivers of a send are not reached
 */
public record MassSettings(boolean protect, int speed, @Nullable Duration takes, boolean publishIdAsText,
		boolean testAccount, int errors) {

	static final MassSettings NONE = new MassSettings(false, 3, Duration.ZERO, false, false, 0);

	public MassSettings {
		takes = (takes != null) ? takes : Duration.ZERO;
	}

	public MassSettings withProtect(boolean value) {
		return new MassSettings(value, speed, takes, publishIdAsText, testAccount, errors);
	}

	MassSettings withSpeed(int value) {
		return new MassSettings(protect, value, takes, publishIdAsText, testAccount, errors);
	}

	/** From now on a job is under way for so long. */
	public MassSettings withTakes(Duration value) {
		return new MassSettings(protect, speed, value, publishIdAsText, testAccount, errors);
	}

	public MassSettings withPublishIdAsText(boolean value) {
		return new MassSettings(protect, speed, takes, value, testAccount, errors);
	}

	public MassSettings withTestAccount(boolean value) {
		return new MassSettings(protect, speed, takes, publishIdAsText, value, errors);
	}

	Duration duration() {
		return (takes != null) ? takes : Duration.ZERO;
	}

}
