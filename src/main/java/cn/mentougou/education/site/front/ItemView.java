package cn.mentougou.education.site.front;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.board.BoardRef;
import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.AttachmentRef;
import cn.mentougou.education.newsroom.news.Correction;
import cn.mentougou.education.newsroom.news.Source;

/**
 * What a page says around the text of an item.
 *
 * @param id its number
 * @param title its title
 * @param author who wrote it; may be empty
 * @param digest what it says in short; may be empty
 * @param level whose news it is
 * @param levelCode what the level is called in addresses
 * @param boards where it stands
 * @param day since when it is shown
 * @param date the same for programs
 * @param source where it comes from, or null
 * @param correction the last correction, or null
 * @param aiMade whether it is marked as made by AI
 * @param files what can be downloaded
 */
record ItemView(long id, String title, String author, String digest, String level, String levelCode,
		List<BoardRef> boards, String day, String date, @Nullable SourceView source,
		@Nullable CorrectionView correction, boolean aiMade, List<FileView> files) {

	static ItemView of(ApprovedItem item) {
		return new ItemView(item.id().value(), item.title(), item.author(), item.digest(), item.level().title(),
				item.level().code(), item.boards(), Days.withTime(item.firstShownAt()), item.firstShownAt().toString(),
				SourceView.of(item.source()), CorrectionView.of(item.correction()), item.aiMade(),
				item.attachments().stream().map(FileView::of).toList());
	}

	/**
	 * Where it comes from.
	 *
	 * @param outlet the outlet
	 * @param day when it appeared there; empty if nobody said
	 * @param link its address there, or null
	 */
	record SourceView(String outlet, String day, @Nullable String link) {

		static @Nullable SourceView of(@Nullable Source source) {
			if (source == null) {
				return null;
			}
			String link = source.link();
			boolean isWeb = link != null && link.matches("https?://\\S+");
			return new SourceView(source.outlet(),
					(source.publishedOn() != null) ? Days.inWords(source.publishedOn()) : "", isWeb ? link : null);
		}

	}

	/**
	 * A correction.
	 *
	 * @param day since when
	 * @param what what was wrong and how it is right
	 */
	record CorrectionView(String day, String what) {

		static @Nullable CorrectionView of(@Nullable Correction correction) {
			return (correction != null) ? new CorrectionView(Days.withTime(correction.at()), correction.what()) : null;
		}

	}

	/**
	 * A file below the text.
	 *
	 * @param id its number
	 * @param name what it is called
	 * @param size how long it is, in words
	 */
	record FileView(long id, String name, String size) {

		static FileView of(AttachmentRef file) {
			return new FileView(file.id().value(), file.name(), words(file.size()));
		}

		private static String words(long bytes) {
			return (bytes < 1024 * 1024) ? Math.max(1, bytes / 1024) + " KB"
					: String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
		}

	}

}
