package cn.mentougou.education.newsroom.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.newsroom.article.PictureMapper.Claim;
import cn.mentougou.education.newsroom.article.PictureMapper.End;
import cn.mentougou.education.newsroom.article.PictureMapper.Row;
import cn.mentougou.education.newsroom.article.PictureMapper.State;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.inspection.FileKind;
import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Sha256;
import cn.mentougou.education.wechat.call.Called;
import cn.mentougou.education.wechat.call.WxMpCalls;

/**
 * Pictures at the platform: each content once for an account and a purpose, however many
 * items show it and however many instances send. The platform itself does not tell equal
 * pictures apart.
 */
public class HostedPictures {

	/** Longer than any one call can take; then its holder counts as dead. */
	private static final Duration LEASE = Duration.ofMinutes(2);

	private static final int LONGEST_PLACE = 500;

	private static final Logger logger = LoggerFactory.getLogger(HostedPictures.class);

	private final PictureMapper mapper;

	private final Attachments attachments;

	private final WxMpMaterials platform;

	private final Clock clock;

	HostedPictures(PictureMapper mapper, Attachments attachments, WxMpMaterials platform, Clock clock) {
		this.mapper = mapper;
		this.attachments = attachments;
		this.platform = platform;
		this.clock = clock;
	}

	/** What must be brought there before this article can go. */
	public List<Missing> missing(String appId, ConvertedArticle article) {
		List<Missing> all = new ArrayList<>();
		article.pictures().forEach((picture) -> all.add(new Missing(Purpose.BODY, Long.parseLong(picture))));
		if (article.coverAttachment() != null) {
			all.add(new Missing(Purpose.COVER, Long.parseLong(article.coverAttachment())));
		}
		return all.stream().filter((one) -> place(appId, one).isEmpty()).toList();
	}

	/**
	 * Brings one picture there, unless it is there. It must not be called in a
	 * transaction.
	 * @throws Refusal.NotFound if there is no such attachment
	 */
	public HostingOutcome upload(String appId, Missing picture) {
		String hash = hash(picture.attachment());
		this.mapper.insert(appId, picture.purpose(), hash, now());
		Row row = this.mapper.find(appId, picture.purpose(), hash).orElseThrow();
		if (row.state() == State.DONE) {
			return new HostingOutcome.Done();
		}
		String word = HexFormat.of().formatHex(RandomBytes.take(16));
		if (this.mapper.claim(row.id(), new Claim(word, now(), now().plus(LEASE))) == 0) {
			return this.mapper.find(appId, picture.purpose(), hash)
				.filter((now) -> now.state() == State.DONE)
				.<HostingOutcome>map((now) -> new HostingOutcome.Done())
				.orElseGet(HostingOutcome.Busy::new);
		}
		boolean mayBeThere = row.state() == State.UNKNOWN || row.state() == State.UPLOADING;
		Called<String> called = call(appId, picture, hash, mayBeThere);
		if (called instanceof Called.Answered<String> answered && !isPlace(answered.value())) {
			called = new Called.Unknown<>(WxMpCalls.ANSWER, "", null);
		}
		return settle(row.id(), word, called);
	}

	/**
	 * The article with the platform's pictures and cover.
	 * @throws Refusal.Conflict if something is not there yet, or the platform would
	 * refuse it
	 */
	public ArticleForDraft hosted(String appId, ConvertedArticle article) {
		if (!article.isSendable() || article.coverAttachment() == null) {
			throw new Refusal.Conflict("article.not-sendable");
		}
		Document page = Jsoup.parseBodyFragment(article.html());
		page.outputSettings().prettyPrint(false);
		for (Element picture : page.select("img[src^=/news/pictures/]")) {
			long attachment = Long.parseLong(picture.attr("src").substring("/news/pictures/".length()));
			picture.attr("src", placeOf(appId, new Missing(Purpose.BODY, attachment)));
		}
		String cover = placeOf(appId, new Missing(Purpose.COVER, Long.parseLong(article.coverAttachment())));
		return new ArticleForDraft(article.title(), article.author(), article.digest(),
				WeChatPolicy.apply(page.body().html()), article.sourceUrl(), cover);
	}

	private String placeOf(String appId, Missing picture) {
		return place(appId, picture).orElseThrow(() -> new Refusal.Conflict("article.pictures-missing"));
	}

	private Optional<String> place(String appId, Missing picture) {
		return this.mapper.find(appId, picture.purpose(), hash(picture.attachment()))
			.filter((row) -> row.state() == State.DONE)
			.map(Row::place);
	}

	private Called<String> call(String appId, Missing picture, String hash, boolean mayBeThere) {
		@Nullable Path folder = null;
		try {
			ShrunkPicture small = ShrunkPicture.of(bytes(picture.attachment()), isJpeg(picture.attachment()));
			String name = "news-" + hash.substring(0, 32) + "." + small.ending();
			if (mayBeThere && picture.purpose() == Purpose.COVER
					&& this.platform.findCover(appId, name) instanceof Called.Answered<Optional<String>> found
					&& found.value().isPresent()) {
				return new Called.Answered<>(found.value().get());
			}
			folder = Files.createTempDirectory("article");
			Path file = Files.write(folder.resolve(name), small.bytes());
			return (picture.purpose() == Purpose.BODY) ? this.platform.uploadForBody(appId, file.toFile())
					: this.platform.uploadForCover(appId, file.toFile());
		}
		catch (IOException ex) {
			logger.warn("picture {} cannot be made ready for the platform", picture.attachment(), ex);
			return new Called.Refused<>(0, "");
		}
		finally {
			delete(folder);
		}
	}

	private HostingOutcome settle(long id, String word, Called<String> called) {
		String place = "";
		State state;
		HostingOutcome outcome;
		if (called instanceof Called.Answered<String> answered) {
			place = answered.value();
			state = State.DONE;
			outcome = new HostingOutcome.Done();
		}
		else if (called instanceof Called.NotSent<String> notSent) {
			state = State.WAITING;
			outcome = new HostingOutcome.Later(notSent.reason(), notSent.notBefore());
		}
		else if (called instanceof Called.Unknown<String>) {
			state = State.UNKNOWN;
			outcome = new HostingOutcome.Unknown(called.reason());
		}
		else {
			state = State.REFUSED;
			outcome = new HostingOutcome.Refused(Integer.parseInt(called.reason()), called.rid());
		}
		if (this.mapper.settle(id, word, new End(state, place, called.reason(), called.rid(), now())) == 0) {
			logger.warn("picture {} was taken over before its upload ended {}", id, state);
			return new HostingOutcome.Busy();
		}
		return outcome;
	}

	private static boolean isPlace(@Nullable String place) {
		return place != null && !place.isBlank() && place.length() <= LONGEST_PLACE;
	}

	/** The hash of the content; a file never changes, so it is read once. */
	private String hash(long attachment) {
		return this.mapper.findHash(attachment).orElseGet(() -> {
			String hash = Sha256.hex(bytes(attachment));
			this.mapper.insertHash(attachment, hash);
			return hash;
		});
	}

	private byte[] bytes(long attachment) {
		try (InputStream content = this.attachments.open(new AttachmentId(attachment))) {
			return content.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean isJpeg(long attachment) {
		return this.attachments.find(new AttachmentId(attachment)).orElseThrow().kind() == FileKind.JPEG;
	}

	private static void delete(@Nullable Path folder) {
		if (folder == null) {
			return;
		}
		try (var files = Files.list(folder)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
			Files.delete(folder);
		}
		catch (IOException ex) {
			// The machine's own cleaning takes it; it holds a picture for everybody.
		}
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	/** What a picture is for. */
	public enum Purpose {

		/** In the text. */
		BODY,

		/** The cover. */
		COVER

	}

	/**
	 * A picture that the platform does not have yet.
	 *
	 * @param purpose what it is for
	 * @param attachment the number of its attachment
	 */
	public record Missing(Purpose purpose, long attachment) {
	}

}
