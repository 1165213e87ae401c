package cn.mentougou.education.wechat.poster;

/** A size of paper, upright. */
enum Paper {

	/** 210 by 297 millimetres, for a wall. */
	A4(1),

	/** 148 by 210 millimetres, for a counter. */
	A5(0.7);

	private final double scale;

	Paper(double scale) {
		this.scale = scale;
	}

	/** How large it is beside A4. */
	double scale() {
		return this.scale;
	}

}
