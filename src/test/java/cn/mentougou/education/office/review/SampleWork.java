package cn.mentougou.education.office.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import cn.mentougou.education.office.attachment.AttachmentId;

/** Something that goes out only after review, kept in memory. */
public final class SampleWork implements Reviewable {

	/** The code of its kind. */
	public static final String KIND = "sample";

	private static final AtomicLong COUNTER = new AtomicLong();

	private final Map<String, ReviewSubject> works = new ConcurrentHashMap<>();

	private final Map<String, List<AttachmentId>> files = new ConcurrentHashMap<>();

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public String title() {
		return "测试内容";
	}

	@Override
	public Optional<ReviewSubject> find(String id) {
		return Optional.ofNullable(this.works.get(id));
	}

	@Override
	public List<AttachmentId> files(String id) {
		return this.files.getOrDefault(id, List.of());
	}

	/** Writes something new and returns its id. */
	public String write(long unit, String title, Set<Long> authors) {
		String id = String.valueOf(COUNTER.incrementAndGet());
		this.works.put(id, new ReviewSubject(KIND, id, 1, title, hash(id + title), unit, authors, "/console/help"));
		return id;
	}

	/** Changes the content and returns its hash. */
	public String change(String id, String contentHash) {
		this.works.computeIfPresent(id, (key, old) -> new ReviewSubject(KIND, id, old.version() + 1, old.title(),
				contentHash, old.unitId(), old.authors(), old.page()));
		return contentHash;
	}

	/** Lets files go out with it. */
	public void attach(String id, List<AttachmentId> attached) {
		this.files.put(id, attached);
	}

	private static String hash(String content) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
