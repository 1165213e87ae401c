package cn.mentougou.wechatsim.mass;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.article.SimArticle;

/**
 * A mass send that the platform accepted. {@code receivers} are the openids that it
 * reached, or those named by the call as long as it is under way.
 *
 * @param clientMsgId the key that the caller gave; null without one and for a send made
 * by hand in the platform's own console
 * @param status what the event says or will say of it
 */
public record MassJob(long msgId, long msgDataId, String appId, @Nullable String clientMsgId, String key, Target target,
		Body body, Instant at, Instant dueAt, State state, String status, Counts counts, List<String> receivers) {

	public MassJob {
		receivers = List.copyOf(receivers);
	}

	/** Whether somebody made it in the platform's own console. */
	public boolean byHand() {
		return key.startsWith("hand:");
	}

	MassJob become(State next, String words) {
		return new MassJob(msgId, msgDataId, appId, clientMsgId, key, target, body, at, dueAt, next, words, counts,
				receivers);
	}

	MassJob due(Instant when) {
		return new MassJob(msgId, msgDataId, appId, clientMsgId, key, target, body, at, when, State.SENDING, status,
				counts, receivers);
	}

	MassJob reached(Counts reached, List<String> people) {
		return new MassJob(msgId, msgDataId, appId, clientMsgId, key, target, body, at, dueAt, State.SENT,
				"send success", reached, people);
	}

	MassJob failed(String words, int addressed) {
		return new MassJob(msgId, msgDataId, appId, clientMsgId, key, target, body, at, dueAt, State.FAILED, words,
				new Counts(addressed, 0, 0, 0), List.of());
	}

	/** Where a mass send stands. */
	public enum State {

		/** Waits for the administrator. */
		@JsonProperty("confirming")
		CONFIRMING,
		/** Accepted and under way. */
		@JsonProperty("sending")
		SENDING,
		/** Done. */
		@JsonProperty("sent")
		SENT,
		/** Came to nothing. */
		@JsonProperty("failed")
		FAILED,
		/** Done, and deleted afterwards. */
		@JsonProperty("deleted")
		DELETED

	}

	/** Whom it goes to: everybody, a tag, or the people whom the call names. */
	public record Target(boolean all, int tagId, List<String> openIds) {

		public Target {
			openIds = List.copyOf(openIds);
		}

		public static Target everybody() {
			return new Target(true, -1, List.of());
		}

		public static Target tag(int id) {
			return new Target(false, id, List.of());
		}

	}

	/** What it says: articles under the id they will have, or words, or files. */
	public record Body(String type, String articleId, String text, List<SimArticle> articles) {

		public Body {
			articles = List.copyOf(articles);
		}

	}

	/** The numbers of the event: addressed, after filters, reached, not reached. */
	public record Counts(int total, int filter, int sent, int error) {

		static final Counts NONE = new Counts(0, 0, 0, 0);

	}

}
