package cn.mentougou.education.office.session;

import org.springframework.dao.DataAccessResourceFailureException;

/** Redis, which carries the sessions, did not answer or answered nonsense. */
public class SessionStoreGone extends DataAccessResourceFailureException {

	/** With what Redis said. */
	public SessionStoreGone(Throwable cause) {
		super("sessions are out of reach", cause);
	}

}
