package cn.mentougou.education.office.attachment;

import cn.mentougou.education.office.inspection.FindingCode;

/**
 * A finding as it stands in the report.
 *
 * @param id its number
 * @param code what was found
 * @param place where
 * @param sample a masked sample or a count; may be empty
 * @param state whether it was answered
 * @param reason why it may stay; empty unless it was accepted
 */
public record ReportedFinding(long id, FindingCode code, String place, String sample, State state, String reason) {

	/** Leaves what was found out of every log. */
	@Override
	public String toString() {
		return "ReportedFinding[" + this.id + " " + this.code + " " + this.state + "]";
	}

	/** What became of a finding. */
	public enum State {

		/** It waits for an answer. */
		OPEN("等待答复"),

		/** It was gone before the file was kept. */
		CLEANED("已清除"),

		/** A reviewer says that it may stay. */
		ACCEPTED("同意保留"),

		/** Another file takes the place of this one. */
		REPLACED("已换新文件");

		private final String title;

		State(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

}
