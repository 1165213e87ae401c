package cn.mentougou.wechatsim.push;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A push as the log shows it. */
public record PushRecord(String id, String appId, String personId, String kind, Instant at, String clearXml,
		State state, @Nullable String redeliveryOf, List<PushAttempt> attempts) {

	/** How far a push has come. */
	public enum State {

		/** Attempts are under way. */
		@JsonProperty("delivering")
		DELIVERING,
		/** The person got a reply. */
		@JsonProperty("answered")
		ANSWERED,
		/** Taken without a reply. */
		@JsonProperty("silent")
		SILENT,
		/** No attempt succeeded. */
		@JsonProperty("failed")
		FAILED

	}

}
