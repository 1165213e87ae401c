package cn.mentougou.wechatsim.qr;

/** The four kinds of code that an account can ask for. */
public enum QrAction {

	/** For a while, with a number of 32 bits. */
	QR_SCENE(false, true),
	/** For a while, with a text. */
	QR_STR_SCENE(false, false),
	/** For good, with a number up to 100,000. */
	QR_LIMIT_SCENE(true, true),
	/** For good, with a text. */
	QR_LIMIT_STR_SCENE(true, false);

	private final boolean permanent;

	private final boolean numbered;

	QrAction(boolean permanent, boolean numbered) {
		this.permanent = permanent;
		this.numbered = numbered;
	}

	public boolean isPermanent() {
		return permanent;
	}

	public boolean isNumbered() {
		return numbered;
	}

}
