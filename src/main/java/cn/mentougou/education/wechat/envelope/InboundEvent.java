package cn.mentougou.education.wechat.envelope;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What happened, as the platform reports it in an event push (事件推送). */
public sealed interface InboundEvent {

	/**
	 * A person follows the account.
	 *
	 * @param scene the scene of the QR code with parameters that led here, without its
	 * {@code qrscene_}
	 * @param ticket the ticket of that code
	 */
	record Followed(@Nullable String scene, @Nullable String ticket) implements InboundEvent {
	}

	/** A person unfollows; what is known of the person must be erased. */
	record Unfollowed() implements InboundEvent {
	}

	/** A follower scanned a QR code with parameters. */
	record Scanned(String scene, @Nullable String ticket) implements InboundEvent {
	}

	/** The phone reports where it is: degrees, precision in metres. */
	record LocationReported(double latitude, double longitude, double precision) implements InboundEvent {
	}

	/** A menu entry with a key was tapped. */
	record MenuTapped(String key) implements InboundEvent {
	}

	/** A menu entry that opens a page or a mini program was tapped. */
	record MenuOpened(String target, @Nullable String menuId, boolean isMiniProgram) implements InboundEvent {
	}

	/** A menu entry scanned a code; {@code isWaiting} if the person expects an answer. */
	record CodeScanned(String key, String type, String result, boolean isWaiting) implements InboundEvent {
	}

	/** A menu entry took pictures; the pictures follow as messages. */
	record PicturesChosen(String key, List<String> md5Sums) implements InboundEvent {
	}

	/** A menu entry chose a place; a location message follows. */
	record LocationChosen(String key, double latitude, double longitude, String label,
			String poiName) implements InboundEvent {
	}

	/** A template message was delivered or not; {@code status} is the platform's word. */
	record TemplateJobFinished(String msgId, String status) implements InboundEvent {
	}

	/**
	 * A mass message went out, or did not.
	 *
	 * @param msgId the mass message's id
	 * @param status {@code send success}, {@code send fail} or {@code err(n)}
	 * @param total followers addressed
	 * @param filtered those left after the platform's filters
	 * @param sent delivered
	 * @param failed not delivered
	 * @param articleUrls addresses of the articles, in their order
	 */
	record MassJobFinished(String msgId, String status, long total, long filtered, long sent, long failed,
			List<String> articleUrls) implements InboundEvent {
	}

	/**
	 * A publication ended.
	 *
	 * @param publishId the publication's id
	 * @param status 0 published; other numbers say why not
	 * @param articleId the article's id, when published
	 * @param articleUrls addresses of the articles
	 * @param failedIndexes which articles failed, from 1
	 */
	record PublishJobFinished(String publishId, int status, @Nullable String articleId, List<String> articleUrls,
			List<Integer> failedIndexes) implements InboundEvent {
	}

	/** The person answered a request for notices (订阅通知), or changed the answer later. */
	record NoticeChosen(List<NoticeChoice> choices, boolean isPopup) implements InboundEvent {
	}

	/** One template and whether notices of it are wanted. */
	record NoticeChoice(String templateId, boolean isAccepted) {
	}

	/** Notices were delivered or not. */
	record NoticeSent(List<NoticeResult> results) implements InboundEvent {
	}

	/** One notice's result; code 0 is delivered. */
	record NoticeResult(String templateId, String msgId, String errorCode, String errorStatus) {
	}

	/**
	 * A conversation with the platform's own staff tool began, ended or changed hands.
	 */
	record StaffSession(String change, String staffAccount, @Nullable String formerAccount) implements InboundEvent {
	}

	/**
	 * The platform cleaned a profile, or the person withdrew an authorisation: what was
	 * kept of it must be deleted.
	 */
	record ProfileRevoked(boolean isWithdrawn, @Nullable String openId) implements InboundEvent {
	}

	/**
	 * An event of a name that is not known here, or whose fields are not as documented.
	 */
	record Unknown(String name) implements InboundEvent {
	}

}
