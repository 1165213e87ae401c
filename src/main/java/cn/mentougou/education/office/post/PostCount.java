package cn.mentougou.education.office.post;

/**
 * How many people work for disclosure on a day.
 *
 * @param fullTime 全职人员数
 * @param partTime 兼职人员数
 */
public record PostCount(int fullTime, int partTime) {

	/** 从事政府信息公开工作的人员总数. */
	public int total() {
		return this.fullTime + this.partTime;
	}

}
