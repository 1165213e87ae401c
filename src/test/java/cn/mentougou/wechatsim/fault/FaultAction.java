package cn.mentougou.wechatsim.fault;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a fault does. */
public enum FaultAction {

	/** The call is refused with an error code. */
	@JsonProperty("errcode")
	ERRCODE,
	/** The answer comes late. */
	@JsonProperty("latency")
	LATENCY,
	/** The connection breaks before anything was done. */
	@JsonProperty("drop-before")
	DROP_BEFORE,
	/** The call is done, its answer is lost. */
	@JsonProperty("drop-after")
	DROP_AFTER,
	/** A gateway answers with a page of its own. */
	@JsonProperty("http")
	HTTP,
	/** The call is done, the answer has no body. */
	@JsonProperty("empty-body")
	EMPTY_BODY,
	/** The call is done, half of the answer arrives. */
	@JsonProperty("truncated-json")
	TRUNCATED_JSON,
	/** The answer trickles. */
	@JsonProperty("slow-body")
	SLOW_BODY,
	/** The account's tokens become unknown. */
	@JsonProperty("token-invalidate")
	TOKEN_INVALIDATE,
	/** The account's tokens expire. */
	@JsonProperty("token-expire")
	TOKEN_EXPIRE,
	/** Replaced tokens lose their five minutes of grace. */
	@JsonProperty("token-grace-off")
	TOKEN_GRACE_OFF,
	/** A push is sent twice. */
	@JsonProperty("duplicate-push")
	DUPLICATE_PUSH,
	/** A push is overtaken by the next one. */
	@JsonProperty("reorder-push")
	REORDER_PUSH,
	/** An event is never pushed. */
	@JsonProperty("lost-event")
	LOST_EVENT,
	/** A message is accepted and then does not arrive. */
	@JsonProperty("job-failed")
	JOB_FAILED,
	/** An event is pushed before the call that caused it is answered. */
	@JsonProperty("early-event")
	EARLY_EVENT,
	/** An event is pushed only after a while. */
	@JsonProperty("late-event")
	LATE_EVENT,
	/** The platform's time jumps. */
	@JsonProperty("clock-jump")
	CLOCK_JUMP;

	/** Whether it strikes pushes rather than calls. */
	boolean isForPushes() {
		return this == DUPLICATE_PUSH || this == REORDER_PUSH || this == LOST_EVENT;
	}

	/** Whether it strikes what was accepted, rather than calls. */
	boolean isForJobs() {
		return this == JOB_FAILED || this == EARLY_EVENT || this == LATE_EVENT;
	}

	/** Whether it may happen at once, without a call to strike. */
	boolean isDeed() {
		return this == TOKEN_INVALIDATE || this == TOKEN_EXPIRE || this == TOKEN_GRACE_OFF || this == CLOCK_JUMP;
	}

}
