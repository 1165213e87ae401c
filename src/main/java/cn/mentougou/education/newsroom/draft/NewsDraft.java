package cn.mentougou.education.newsroom.draft;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

import cn.mentougou.education.newsroom.markup.NewsMarkup;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.shared.Refusal;

/**
 * Everything that somebody writes about an item. A draft may be unfinished: links that
 * are half typed and an empty title are kept, and refused only when it is handed in.
 *
 * @param title its title
 * @param author who wrote it, as the public reads it
 * @param digest what it says in short
 * @param body its body, as the editor sends it
 * @param level whose news it is
 * @param boards the numbers of its boards
 * @param topics words to find it by, between spaces
 * @param outletId the outlet of the register, or null
 * @param sourceOutlet where it comes from, or null
 * @param sourceOn when it appeared there
 * @param sourceLink its address there
 * @param videoLink the address of a video at the outlet
 * @param cover the number of the cover picture
 * @param attachments the numbers of the files below the text
 * @param aiUse what is declared about AI
 * @param correction what was wrong before, if this corrects what is shown
 */
public record NewsDraft(String title, String author, String digest, String body, NewsLevel level, List<Long> boards,
		String topics, @Nullable Long outletId, @Nullable String sourceOutlet, @Nullable LocalDate sourceOn,
		@Nullable String sourceLink, @Nullable String videoLink, @Nullable Long cover, List<Long> attachments,
		AiUse aiUse, @Nullable String correction) {

	static final int LONGEST_BODY = 400_000;

	/** Refuses what is too long to be kept. */
	public NewsDraft {
		title = line(title, 100);
		author = line(author, 60);
		digest = line(digest, 300);
		topics = line(topics, 200);
		sourceOutlet = optional(sourceOutlet, 60);
		sourceLink = optional(sourceLink, 1000);
		videoLink = optional(videoLink, 1000);
		correction = optional(correction, 500);
		boards = boards.stream().distinct().sorted().limit(12).toList();
		attachments = attachments.stream().distinct().limit(20).toList();
		if (body.length() > LONGEST_BODY) {
			throw new Refusal.Invalid("draft.too-long");
		}
	}

	/** An item of which nothing is written yet. */
	public static NewsDraft blank() {
		return new NewsDraft("", "", "", "", NewsLevel.DISTRICT, List.of(), "", null, null, null, null, null, null,
				List.of(), AiUse.UNSAID, null);
	}

	/** The same with another body. */
	public NewsDraft withBody(String other) {
		return new NewsDraft(this.title, this.author, this.digest, other, this.level, this.boards, this.topics,
				this.outletId, this.sourceOutlet, this.sourceOn, this.sourceLink, this.videoLink, this.cover,
				this.attachments, this.aiUse, this.correction);
	}

	/**
	 * The body as it is shown: a video stays at its outlet, and a line below the text
	 * leads there.
	 */
	public String shownBody() {
		String link = this.videoLink;
		if (link == null || !Obstacles.isWeb(link)) {
			return this.body;
		}
		String where = HtmlUtils.htmlEscape(Objects.requireNonNullElse(this.sourceOutlet, "原网站"));
		return this.body + "<p>视频：<a href=\"" + HtmlUtils.htmlEscape(link) + "\">在" + where + "观看</a></p>";
	}

	/** All files that it refers to: those below the text, the cover, the pictures. */
	public Set<Long> files() {
		Set<Long> files = new LinkedHashSet<>(this.attachments);
		Stream.ofNullable(this.cover).forEach(files::add);
		files.addAll(pictures(this.body));
		return files;
	}

	/** The pictures of a text, in the order of reading, each once. */
	static List<Long> pictures(String body) {
		return NewsMarkup.pictures(body).stream().map(Long::valueOf).toList();
	}

	private static @Nullable String optional(@Nullable String text, int longest) {
		String line = line((text != null) ? text : "", longest);
		return line.isEmpty() ? null : line;
	}

	/** No control characters and nothing that turns the direction of a line round. */
	private static String line(String text, int longest) {
		String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
			.replaceAll("[\\u202A-\\u202E\\u2066-\\u2069\\u200B\\uFEFF]", "")
			.strip();
		if (line.length() > longest) {
			throw new Refusal.Invalid("draft.line-too-long", longest);
		}
		return line;
	}

}
