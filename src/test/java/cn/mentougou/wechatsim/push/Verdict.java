package cn.mentougou.wechatsim.push;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the platform thinks of one attempt. */
public enum Verdict {

	/** A reply that the person gets to see. */
	@JsonProperty("ok-reply")
	OK_REPLY,
	/** {@code success} or nothing: the person sees nothing. */
	@JsonProperty("ok-empty")
	OK_EMPTY,
	/** An answer that is no valid reply; it is repeated. */
	@JsonProperty("bad")
	BAD,
	/** No complete answer in time; it is repeated. */
	@JsonProperty("timeout")
	TIMEOUT,
	/** No connection, or one that broke; it is repeated. */
	@JsonProperty("connection-error")
	CONNECTION_ERROR,
	/** Another status than 200; it is repeated. */
	@JsonProperty("http-status")
	HTTP_STATUS,
	/** The answer came after the time was up, and nobody read it but the log. */
	@JsonProperty("late-discarded")
	LATE_DISCARDED;

	public boolean isFinal() {
		return this == OK_REPLY || this == OK_EMPTY;
	}

}
