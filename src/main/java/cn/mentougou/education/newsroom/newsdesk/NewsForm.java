package cn.mentougou.education.newsroom.newsdesk;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

import cn.mentougou.education.newsroom.draft.AiUse;
import cn.mentougou.education.newsroom.draft.NewsDraft;
import cn.mentougou.education.newsroom.draft.NewsVersion;
import cn.mentougou.education.newsroom.news.NewsLevel;

/**
 * What the editor sends. Pictures carry the address under which the console shows them;
 * the item keeps the public one.
 *
 * @param revision on what it was written
 * @param title its title
 * @param author who wrote it
 * @param digest what it says in short
 * @param body its body
 * @param level whose news it is
 * @param boards where it stands
 * @param topics words to find it by
 * @param outlet the outlet of the register
 * @param ownSource a source that is no outlet
 * @param sourceOn when it appeared there
 * @param sourceLink its address there
 * @param videoLink a video there
 * @param cover the cover picture
 * @param files the files below the text
 * @param aiUse what is declared about AI
 * @param correction what was wrong before
 */
record NewsForm(int revision, @Nullable String title, @Nullable String author, @Nullable String digest,
		@Nullable String body, @Nullable NewsLevel level, @Nullable List<Long> boards, @Nullable String topics,
		@Nullable Long outlet, @Nullable String ownSource,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate sourceOn, @Nullable String sourceLink,
		@Nullable String videoLink, @Nullable Long cover, @Nullable List<Long> files, @Nullable AiUse aiUse,
		@Nullable String correction) {

	static NewsForm of(long item, int revision, NewsVersion version) {
		NewsDraft draft = version.draft();
		// What an approved version corrected is no correction of the next one.
		String correction = (version.approvedAt() != null) ? null : draft.correction();
		return new NewsForm(revision, draft.title(), draft.author(), draft.digest(), shown(item, draft.body()),
				draft.level(), draft.boards(), draft.topics(), draft.outletId(),
				(draft.outletId() == null) ? draft.sourceOutlet() : null, draft.sourceOn(), draft.sourceLink(),
				draft.videoLink(), draft.cover(), draft.attachments(), draft.aiUse(), correction);
	}

	/** What the item is to say; the name of the outlet comes from the register. */
	NewsDraft draft(@Nullable String outletName) {
		return new NewsDraft(text(this.title), text(this.author), text(this.digest), kept(text(this.body)),
				Objects.requireNonNullElse(this.level, NewsLevel.DISTRICT),
				Objects.requireNonNullElse(this.boards, List.of()), text(this.topics), this.outlet,
				(this.outlet != null) ? outletName : this.ownSource, this.sourceOn, this.sourceLink, this.videoLink,
				this.cover, Objects.requireNonNullElse(this.files, List.of()),
				Objects.requireNonNullElse(this.aiUse, AiUse.UNSAID), this.correction);
	}

	/** The body with its pictures where the console shows them. */
	static String shown(long item, String body) {
		return body.replaceAll("src=\"/news/pictures/(\\d{1,18})\"", "src=\"/console/news/" + item + "/pictures/$1\"");
	}

	/** The body with its pictures where the public will see them. */
	static String kept(String body) {
		return body.replaceAll("(src=\"?)(?:https?://[^/\"]*)?/console/news/\\d{1,18}/pictures/(\\d{1,18})",
				"$1/news/pictures/$2");
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	@Override
	public String toString() {
		return "NewsForm[" + this.revision + "]";
	}

}
