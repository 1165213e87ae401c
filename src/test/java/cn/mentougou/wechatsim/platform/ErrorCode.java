package cn.mentougou.wechatsim.platform;

import java.util.Map;

/**
 * The error codes that this simulator answers with, and the platform's words for them.
 */
public final class ErrorCode {

	public static final int INVALID_CREDENTIAL = 40001;

	public static final int INVALID_GRANT_TYPE = 40002;

	public static final int INVALID_OPENID = 40003;

	public static final int INVALID_MEDIA_TYPE = 40004;

	public static final int INVALID_FILE_TYPE = 40005;

	public static final int INVALID_MEDIA_ID = 40007;

	public static final int INVALID_MESSAGE_TYPE = 40008;

	public static final int IMAGE_SIZE = 40009;

	public static final int VOICE_SIZE = 40010;

	public static final int VIDEO_SIZE = 40011;

	public static final int THUMB_SIZE = 40012;

	public static final int INVALID_APPID = 40013;

	public static final int INVALID_TOKEN = 40014;

	public static final int INVALID_OPENID_LIST_SIZE = 40032;

	public static final int INVALID_CHARACTERS = 40033;

	public static final int INVALID_PARAMETER = 40035;

	public static final int INVALID_TEMPLATE_ID = 40037;

	public static final int MESSAGE_ID = 40059;

	public static final int ARTICLE_INDEX = 40060;

	public static final int INVALID_URL = 40066;

	public static final int INVALID_ARGUMENTS = 40097;

	public static final int OPENID_LIST = 40130;

	public static final int WECHAT_NAME = 40132;

	public static final int INVALID_SECRET = 40125;

	public static final int IMAGE_FORMAT = 40137;

	public static final int INVALID_PAGE_PATH = 40165;

	public static final int INVALID_ACCOUNT_TYPE = 40200;

	public static final int TOKEN_MISSING = 41001;

	public static final int APPID_MISSING = 41002;

	public static final int SECRET_MISSING = 41004;

	public static final int MEDIA_MISSING = 41005;

	public static final int OPENID_MISSING = 41009;

	public static final int TOKEN_EXPIRED = 42001;

	public static final int GET_NEEDED = 43001;

	public static final int POST_NEEDED = 43002;

	public static final int MUST_FOLLOW = 43004;

	public static final int BLACKLISTED = 43019;

	public static final int NO_CONSENT = 43101;

	public static final int EMPTY_MEDIA = 44001;

	public static final int EMPTY_NEWS = 44003;

	public static final int EMPTY_CONTENT = 44004;

	public static final int CONTENT_TOO_LONG = 45002;

	public static final int TITLE_LENGTH = 45003;

	public static final int DIGEST_LENGTH = 45004;

	public static final int LINK_LENGTH = 45005;

	public static final int VOICE_DURATION = 45007;

	public static final int ARTICLE_COUNT = 45008;

	public static final int DAILY_QUOTA = 45009;

	public static final int TOO_FREQUENT = 45011;

	public static final int WINDOW_CLOSED = 45015;

	public static final int TEMPLATE_COUNT = 45026;

	public static final int NO_MASS_QUOTA = 45028;

	public static final int OUT_OF_MESSAGES = 45047;

	public static final int KEY_EXISTS = 45065;

	public static final int KEY_TOO_FAST = 45066;

	public static final int KEY_LENGTH = 45067;

	public static final int TYPING_COMMAND = 45072;

	public static final int NO_DIALOG = 45080;

	public static final int ALREADY_TYPING = 45081;

	public static final int MASS_SPEED = 45083;

	public static final int API_RETIRED = 45106;

	public static final int AUTHOR_LENGTH = 45110;

	public static final int INVALID_TAG = 45159;

	public static final int INVALID_SHAPE = 45162;

	public static final int INVALID_CONTENT = 45166;

	public static final int UNREADABLE = 47001;

	public static final int INVALID_ARGUMENT = 47003;

	public static final int UNAUTHORIZED = 48001;

	public static final int REFUSED_BY_USER = 48002;

	public static final int CLEAR_QUOTA_LIMIT = 48006;

	public static final int MESSAGE_TYPE_FORBIDDEN = 48008;

	public static final int INVALID_ARTICLE_ID = 53600;

	public static final int DATE_FORMAT = 61500;

	public static final int DATE_RANGE = 61501;

	public static final int DATA_NOT_READY = 61503;

	public static final int NO_COMMENTS = 88000;

	public static final int INVALID_KEYWORDS = 200014;

	private static final Map<Integer, String> WORDS = Map.ofEntries(Map.entry(-1, "system error"),
			Map.entry(MESSAGE_ID, "invalid message id"), Map.entry(ARTICLE_INDEX, "invalid article idx"),
			Map.entry(OPENID_LIST, "invalid openid list size, at least two openid"),
			Map.entry(WECHAT_NAME, "invalid weixin name"), Map.entry(EMPTY_NEWS, "empty news data"),
			Map.entry(TITLE_LENGTH, "title size out of limit"),
			Map.entry(DIGEST_LENGTH, "description size out of limit"), Map.entry(LINK_LENGTH, "url size out of limit"),
			Map.entry(NO_MASS_QUOTA, "has no masssend quota"), Map.entry(KEY_EXISTS, "clientmsgid exist"),
			Map.entry(KEY_TOO_FAST, "same clientmsgid retry too fast"),
			Map.entry(KEY_LENGTH, "clientmsgid size out of limit"), Map.entry(MASS_SPEED, "speed out of range"),
			Map.entry(AUTHOR_LENGTH, "author size out of limit"), Map.entry(INVALID_TAG, "invalid tag id"),
			Map.entry(INVALID_CONTENT, "invalid content"),
			Map.entry(MESSAGE_TYPE_FORBIDDEN, "no permission to use this message type"),
			Map.entry(INVALID_ARTICLE_ID, "invalid article_id"), Map.entry(DATE_FORMAT, "date format error"),
			Map.entry(DATE_RANGE, "date range error"), Map.entry(DATA_NOT_READY, "data not ready"),
			Map.entry(NO_COMMENTS, "without comment privilege"), Map.entry(48004, "api forbidden"),
			Map.entry(53501, "please do not request frequently"), Map.entry(53503, "draft does not pass the check"),
			Map.entry(53504, "use this draft on the official account website"),
			Map.entry(53505, "save the draft by hand on the official account website first"),
			Map.entry(INVALID_CREDENTIAL, "invalid credential, access_token is invalid or not latest"),
			Map.entry(INVALID_GRANT_TYPE, "invalid grant_type"), Map.entry(INVALID_OPENID, "invalid openid"),
			Map.entry(INVALID_MEDIA_ID, "invalid media_id"), Map.entry(INVALID_MESSAGE_TYPE, "invalid message type"),
			Map.entry(INVALID_APPID, "invalid appid"), Map.entry(INVALID_TOKEN, "invalid access_token"),
			Map.entry(INVALID_OPENID_LIST_SIZE, "invalid openid list size"),
			Map.entry(INVALID_CHARACTERS,
					"invalid charset. please check your request, if include \\uxxxx will create " + "fail!"),
			Map.entry(INVALID_URL, "invalid url"), Map.entry(INVALID_SECRET, "invalid appsecret"),
			Map.entry(INVALID_ACCOUNT_TYPE, "invalid account type"), Map.entry(TOKEN_MISSING, "access_token missing"),
			Map.entry(APPID_MISSING, "appid missing"), Map.entry(SECRET_MISSING, "appsecret missing"),
			Map.entry(OPENID_MISSING, "openid missing"), Map.entry(TOKEN_EXPIRED, "access_token expired"),
			Map.entry(GET_NEEDED, "require GET method"), Map.entry(POST_NEEDED, "require POST method"),
			Map.entry(BLACKLISTED, "require remove blacklist"), Map.entry(EMPTY_CONTENT, "empty content"),
			Map.entry(CONTENT_TOO_LONG, "content size out of limit"),
			Map.entry(ARTICLE_COUNT, "article size out of limit"),
			Map.entry(DAILY_QUOTA, "reach max api daily quota limit"),
			Map.entry(TOO_FREQUENT, "api minute-quota reach limit  must slower retry next minute"),
			Map.entry(WINDOW_CLOSED, "response out of time limit or subscription is canceled"),
			Map.entry(OUT_OF_MESSAGES, "out of response count limit"), Map.entry(TYPING_COMMAND, "command not in list"),
			Map.entry(NO_DIALOG, "can not send without dialog"), Map.entry(ALREADY_TYPING, "already in typing status"),
			Map.entry(INVALID_SHAPE, "invalid message content"), Map.entry(UNREADABLE, "data format error"),
			Map.entry(UNAUTHORIZED, "api unauthorized"),
			Map.entry(REFUSED_BY_USER, "user refuse to accept the message"),
			Map.entry(INVALID_MEDIA_TYPE, "invalid media type"), Map.entry(INVALID_FILE_TYPE, "invalid file type"),
			Map.entry(IMAGE_SIZE, "invalid image size"), Map.entry(VOICE_SIZE, "invalid voice size"),
			Map.entry(VIDEO_SIZE, "invalid video size"), Map.entry(THUMB_SIZE, "invalid thumb size"),
			Map.entry(IMAGE_FORMAT, "invalid image format"), Map.entry(MEDIA_MISSING, "media data missing"),
			Map.entry(EMPTY_MEDIA, "empty media data"), Map.entry(VOICE_DURATION, "playtime out of limit"),
			Map.entry(API_RETIRED, "this API has been unsupported"), Map.entry(INVALID_ARGUMENTS, "invalid args"),
			Map.entry(INVALID_PARAMETER, "invalid parameter"), Map.entry(INVALID_TEMPLATE_ID, "invalid template_id"),
			Map.entry(INVALID_PAGE_PATH, "invalid weapp pagepath"), Map.entry(MUST_FOLLOW, "require subscribe"),
			Map.entry(NO_CONSENT, "user refuse to accept the msg"),
			Map.entry(TEMPLATE_COUNT, "template num exceeds limit"), Map.entry(INVALID_ARGUMENT, "argument invalid!"),
			Map.entry(INVALID_KEYWORDS, "invalid kidList"),
			Map.entry(CLEAR_QUOTA_LIMIT, "forbid to clear quota because of reaching the limit"));

	private ErrorCode() {
	}

	static String words(int code) {
		return WORDS.getOrDefault(code, "error");
	}

}
