package cn.mentougou.education.office.access;

import org.springframework.dao.DataAccessResourceFailureException;

/** MySQL could not say whether a session still counts; so it does not. */
public class DatabaseGone extends DataAccessResourceFailureException {

	/** With what MySQL said. */
	public DatabaseGone(Throwable cause) {
		super("nobody can be recognised", cause);
	}

}
