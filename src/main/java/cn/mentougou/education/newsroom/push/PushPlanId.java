package cn.mentougou.education.newsroom.push;

/** The number of a push plan. */
public record PushPlanId(long value) {

	@Override
	public String toString() {
		return String.valueOf(this.value);
	}

}
