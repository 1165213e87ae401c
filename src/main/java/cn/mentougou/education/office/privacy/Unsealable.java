package cn.mentougou.education.office.privacy;

/**
 * A sealed value cannot be opened: its key is not configured any more, or it was changed
 * or moved to another place after it was sealed.
 */
public class Unsealable extends RuntimeException {

	Unsealable(String message) {
		super(message);
	}

	Unsealable(String message, Throwable cause) {
		super(message, cause);
	}

}
