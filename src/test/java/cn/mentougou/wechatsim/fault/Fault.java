package cn.mentougou.wechatsim.fault;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

/**
 * An ordered fault. {@code times} of zero means until it is taken back; {@code seen}
 * counts what matched, {@code applied} what was struck.
 */
public record Fault(@Nullable String id, @Nullable Match match, FaultAction action, int times,
		@JsonAlias("code") int errcode, @Nullable String errmsg, @JsonAlias("ms") long millis, int status,
		@Nullable Duration by, int seen, int applied) {

	private static final Match ANY = new Match(null, null, null, 0, null);

	public static Fault of(FaultAction action) {
		return new Fault(null, null, action, 0, 0, null, 0, 0, null, 0, 0);
	}

	public static Fault errcode(int code) {
		return new Fault(null, null, FaultAction.ERRCODE, 0, code, null, 0, 0, null, 0, 0);
	}

	public static Fault latency(Duration duration) {
		return new Fault(null, null, FaultAction.LATENCY, 0, 0, null, duration.toMillis(), 0, null, 0, 0);
	}

	public static Fault clockJump(Duration by) {
		return new Fault(null, null, FaultAction.CLOCK_JUMP, 0, 0, null, 0, 0, by, 0, 0);
	}

	/** An event that is pushed so much later. */
	public static Fault lateEvent(Duration by) {
		return new Fault(null, null, FaultAction.LATE_EVENT, 0, 0, null, 0, 0, by, 0, 0);
	}

	/** An accepted message that fails with this code. */
	public static Fault jobFailed(int code) {
		return new Fault(null, null, FaultAction.JOB_FAILED, 0, code, null, 0, 0, null, 0, 0);
	}

	public Fault times(int value) {
		return new Fault(id, match, action, value, errcode, errmsg, millis, status, by, seen, applied);
	}

	public Fault on(Match value) {
		return new Fault(id, value, action, times, errcode, errmsg, millis, status, by, seen, applied);
	}

	/** Strikes only calls of this path. */
	public Fault onPath(String path) {
		return on(new Match(null, path, null, 0, null));
	}

	Fault named(String value) {
		return new Fault(value, match, action, times, errcode, errmsg, millis, status, by, 0, 0);
	}

	Fault counted(boolean struck) {
		return new Fault(id, match, action, times, errcode, errmsg, millis, status, by, seen + 1,
				struck ? applied + 1 : applied);
	}

	boolean isSpent() {
		boolean nthStruck = criteria().nth() > 0 && seen >= criteria().nth();
		return nthStruck || times > 0 && applied >= times;
	}

	Match criteria() {
		return (match != null) ? match : ANY;
	}

	/** Which calls or pushes are struck; what is absent matches all. */
	public record Match(@Nullable String appid, @Nullable String path, @Nullable String openid, int nth,
			@Nullable Double probability) {

		boolean fits(Target target) {
			return fits(appid, target.appId()) && fits(path, target.path()) && fits(openid, target.openId());
		}

		boolean isAny() {
			return path == null && openid == null && nth == 0 && probability == null;
		}

		private static boolean fits(@Nullable String wanted, @Nullable String found) {
			return wanted == null || wanted.isEmpty() || wanted.equals(found);
		}

	}

	/** A call or push that may be struck; for a push the path is its kind. */
	public record Target(@Nullable String appId, String path, @Nullable String openId) {
	}

}
