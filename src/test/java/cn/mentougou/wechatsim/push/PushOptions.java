package cn.mentougou.wechatsim.push;

/**
 * Misbehaviour of the caller, each of it seen in the wild or tried by attackers.
 * {@code times} says for how many pushes it holds; zero is until it is changed.
 */
public record PushOptions(boolean duplicate, boolean reorder, boolean wrongSignature, boolean wrongMsgSignature,
		boolean oldTimestamp, boolean previousAesKey, boolean otherAppId, boolean hugeBody, boolean json,
		boolean secondAddress, int times) {

	public static final PushOptions NONE = new PushOptions(false, false, false, false, false, false, false, false,
			false, false, 0);

	/** The push is sent once more although its first delivery was answered. */
	public static PushOptions duplicated() {
		return new PushOptions(true, false, false, false, false, false, false, false, false, false, 0);
	}

	/** The push waits until the person's next one was sent. */
	public static PushOptions reordered() {
		return new PushOptions(false, true, false, false, false, false, false, false, false, false, 0);
	}

	public static PushOptions wronglySigned() {
		return new PushOptions(false, false, true, true, false, false, false, false, false, false, 0);
	}

	/** Only the signature over the body is wrong. */
	public static PushOptions bodyWronglySigned() {
		return new PushOptions(false, false, false, true, false, false, false, false, false, false, 0);
	}

	/** Signed ten minutes ago, as a replay would be. */
	public static PushOptions stale() {
		return new PushOptions(false, false, false, false, true, false, false, false, false, false, 0);
	}

	public static PushOptions withPreviousKey() {
		return new PushOptions(false, false, false, false, false, true, false, false, false, false, 0);
	}

	/** Properly sealed, but for another account. */
	public static PushOptions forOtherAppId() {
		return new PushOptions(false, false, false, false, false, false, true, false, false, false, 0);
	}

	/** A body of one megabyte. */
	public static PushOptions huge() {
		return new PushOptions(false, false, false, false, false, false, false, true, false, false, 0);
	}

	public static PushOptions asJson() {
		return new PushOptions(false, false, false, false, false, false, false, false, true, false, 0);
	}

	/** Repeats come from another source address. */
	public static PushOptions fromTwoAddresses() {
		return new PushOptions(false, false, false, false, false, false, false, false, false, true, 0);
	}

	/** The same misbehaviour for the next pushes only. */
	public PushOptions times(int pushes) {
		return new PushOptions(duplicate, reorder, wrongSignature, wrongMsgSignature, oldTimestamp, previousAesKey,
				otherAppId, hugeBody, json, secondAddress, pushes);
	}

	PushOptions andDuplicate() {
		return new PushOptions(true, reorder, wrongSignature, wrongMsgSignature, oldTimestamp, previousAesKey,
				otherAppId, hugeBody, json, secondAddress, times);
	}

}
