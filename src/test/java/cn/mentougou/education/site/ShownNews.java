package cn.mentougou.education.site;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import javax.imageio.ImageIO;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.newsroom.board.BoardId;
import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.board.StandingBoard;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.news.Release;
import cn.mentougou.education.newsroom.news.Releases;
import cn.mentougou.education.newsroom.news.Source;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.shared.Actor;

/** Items that went the whole way, as far as the website knows it. */
public final class ShownNews {

	private static final Actor TEST = Actor.system("test");

	private static final AtomicLong IDS = new AtomicLong(7_000_000);

	private final JdbcClient jdbc;

	private final Releases releases;

	private final Attachments attachments;

	private final Boards boards;

	/** With the desks of a running application. */
	public ShownNews(JdbcClient jdbc, Releases releases, Attachments attachments, Boards boards) {
		this.jdbc = jdbc;
		this.releases = releases;
		this.attachments = attachments;
		this.boards = boards;
	}

	/** An item of the district on the board 教育新闻. */
	public Sample item(String title) {
		return new Sample(title);
	}

	/** A picture of its own. */
	public AttachmentId picture(District district) {
		int number = (int) IDS.incrementAndGet();
		BufferedImage image = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
		Graphics2D drawing = image.createGraphics();
		drawing.setColor(new Color(0x2f6f4f + number % 97));
		drawing.fillRect(0, 0, 640, 400);
		drawing.setColor(Color.WHITE);
		drawing.fillOval(number % 400, 100, 200, 200);
		drawing.dispose();
		try {
			ByteArrayOutputStream png = new ByteArrayOutputStream();
			ImageIO.write(image, "png", png);
			return this.attachments
				.keep(TEST, district.commission(), "活动.png", new ByteArrayInputStream(png.toByteArray()))
				.id();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A text file of its own. */
	public AttachmentId file(District district) {
		byte[] text = ("附件" + IDS.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
		return this.attachments.keep(TEST, district.commission(), "通知.txt", new ByteArrayInputStream(text)).id();
	}

	/** Withdraws an item. */
	public void withdraw(NewsId id, String reason) {
		this.releases.withdraw(TEST, id, reason);
	}

	/** What is to be shown; everything but the title has a value. */
	public final class Sample {

		private final long id = IDS.incrementAndGet();

		private final String hash = "%064d".formatted(this.id);

		private final String title;

		private String body = "<p>今天上午，区教委召开会议。</p>";

		private String digest = "";

		private NewsLevel level = NewsLevel.DISTRICT;

		private BoardId board = ShownNews.this.boards.standing(StandingBoard.EDUCATION).ref().id();

		private @Nullable Source source;

		private @Nullable AttachmentId cover;

		private List<AttachmentId> files = List.of();

		private boolean aiMade;

		private @Nullable String correction;

		private Sample(String title) {
			this.title = title;
		}

		/** With this text. */
		public Sample body(String html) {
			this.body = html;
			return this;
		}

		/** With this in short. */
		public Sample digest(String text) {
			this.digest = text;
			return this;
		}

		/** Of this level. */
		public Sample of(NewsLevel whose) {
			this.level = whose;
			return this;
		}

		/** On this board. */
		public Sample on(BoardId where) {
			this.board = where;
			return this;
		}

		/** From this outlet. */
		public Sample from(String outlet, String link) {
			this.source = new Source(outlet, LocalDate.of(2026, 5, 19), link);
			return this;
		}

		/** With this picture at its top and these files. */
		public Sample with(@Nullable AttachmentId picture, AttachmentId... attachments) {
			this.cover = picture;
			this.files = List.of(attachments);
			return this;
		}

		/** Marked as made by AI. */
		public Sample aiMade() {
			this.aiMade = true;
			return this;
		}

		/** Corrected. */
		public Sample corrected(String what) {
			this.correction = what;
			return this;
		}

		/** Approves it and shows it. */
		public NewsId show() {
			ShownNews.this.jdbc.sql("""
					INSERT INTO review_item (kind, object_id, unit_id, title, item_version, content_hash, state, round,
						decisions, urged, waiting_since, submitted_by)
					VALUES ('news', ?, 1, ?, 1, ?, 'APPROVED', 1, 3, 0, '2026-05-20 00:00:00', 1)
					""").params(String.valueOf(this.id), this.title, this.hash).update();
			return tryToShow();
		}

		/** Shows it without asking anybody. */
		public NewsId tryToShow() {
			NewsId news = new NewsId(this.id);
			ShownNews.this.releases.release(TEST,
					new Release(news, 1, this.hash, this.title, "", this.digest, this.body, this.level,
							List.of(this.board), this.source, this.cover, this.files, List.of(), this.aiMade,
							this.correction));
			return news;
		}

		/** Its number. */
		public NewsId id() {
			return new NewsId(this.id);
		}

	}

}
