package cn.mentougou.education.office.access;

/** MySQL could not say whether a session still counts; so it does not. */
class DatabaseGone extends RuntimeException {

	DatabaseGone(Throwable cause) {
		super(cause);
	}

}
