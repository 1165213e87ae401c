package cn.mentougou.education.office.session;

/** Redis, which carries the sessions, did not answer or answered nonsense. */
public class SessionStoreGone extends RuntimeException {

	SessionStoreGone(Throwable cause) {
		super(cause);
	}

}
