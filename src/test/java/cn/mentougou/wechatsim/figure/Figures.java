package cn.mentougou.wechatsim.figure;

/** What is counted of an article on one day. */
public record Figures(int readUser, int shareUser, int zaikanUser, int likeUser, int commentCount) {

	public static final Figures NONE = new Figures(0, 0, 0, 0, 0);

	Figures plus(Figures other) {
		return new Figures(readUser + other.readUser, shareUser + other.shareUser, zaikanUser + other.zaikanUser,
				likeUser + other.likeUser, commentCount + other.commentCount);
	}

	boolean isNone() {
		return equals(NONE);
	}

}
