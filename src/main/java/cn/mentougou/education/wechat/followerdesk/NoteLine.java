package cn.mentougou.education.wechat.followerdesk;

import java.util.Map;

import cn.mentougou.education.wechat.mark.Note;

/**
 * A note as a line.
 *
 * @param id the number
 * @param writtenWords when it was written
 * @param writer who wrote it
 * @param text what was noted
 */
record NoteLine(long id, String writtenWords, String writer, String text) {

	static NoteLine of(Note note, Map<Long, String> names) {
		return new NoteLine(note.id(), FollowerLine.words(note.writtenAt()),
				names.getOrDefault(note.writtenBy(), note.writtenBy() + " 号人员"), note.text());
	}

	@Override
	public String toString() {
		return "NoteLine[" + this.id + "]";
	}

}
