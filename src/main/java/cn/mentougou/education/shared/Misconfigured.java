package cn.mentougou.education.shared;

/**
 * The configuration cannot be used and the application does not start. The message is
 * written for the operator, in Chinese: which property, what is wrong, what to do.
 */
public class Misconfigured extends RuntimeException {

	/** Refuses the start with this sentence, which must not contain the secret itself. */
	public Misconfigured(String sentence) {
		super(sentence);
	}

}
