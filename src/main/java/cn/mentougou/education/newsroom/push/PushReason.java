package cn.mentougou.education.newsroom.push;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a code means for a push: the results of mass sends and publications, the errors of
 * calls, and the system's own words, each with who acts where. From the platform's pages
 * 群发接口和原创校验, 发布能力 and 全局返回码; what a refusal costs is documented for some alone, for the
 * others people are told to look.
 *
 * @param code the code; one that ends in an asterisk stands for a family
 * @param meaning what it means, in Chinese
 * @param remedy who acts, and where
 * @param slot whether the day's mass send is spent
 * @param again whether it may be sent again
 */
public record PushReason(String code, String meaning, String remedy, Slot slot, Again again) {

	/** Not approved, or changed after it was. */
	public static final String NOT_APPROVED = "NOT_APPROVED";

	/** A correction must stand first. */
	public static final String CORRECTION_FIRST = "CORRECTION_FIRST";

	/** Nothing is left of the quota. */
	public static final String SLOT_SPENT = "SLOT_SPENT";

	/** The leader stopped everything. */
	public static final String PAUSED = "PAUSED";

	/** Its time passed. */
	public static final String LATE = "LATE";

	/** The process died while a call was made. */
	public static final String INTERRUPTED = "INTERRUPTED";

	/** The platform was asked and has the draft still. */
	public static final String NOT_TAKEN = "NOT_TAKEN";

	/** The draft is gone and nothing was found that came of it. */
	public static final String NOT_FOUND = "NOT_FOUND";

	/** Taken and not begun. */
	public static final String CONFIRM = "CONFIRM";

	/** Taken, and no result ever came. */
	public static final String NO_RESULT = "NO_RESULT";

	/** The platform's: this key was used before. */
	public static final String KEY_EXISTS = "45065";

	private static final List<PushReason> ALL = read();

	/** All that are known, in the order of the page that explains them. */
	public static List<PushReason> all() {
		return ALL;
	}

	/** What this code means; empty for the empty code. */
	public static Optional<PushReason> of(String code) {
		if (code.isEmpty()) {
			return Optional.empty();
		}
		// A token that was refused says with which code.
		String plain = code.startsWith("TOKEN ") && exact(code.substring(6)).isPresent() ? code.substring(6) : code;
		return exact(plain)
			.or(() -> ALL.stream().filter((one) -> one.isFamily() && plain.startsWith(one.prefix())).findFirst())
			.or(() -> exact("code *"));
	}

	private static Optional<PushReason> exact(String code) {
		return ALL.stream().filter((one) -> one.code.equals(code)).findFirst();
	}

	private boolean isFamily() {
		return this.code.contains("*");
	}

	private String prefix() {
		return this.code.substring(0, this.code.indexOf('*'));
	}

	private static List<PushReason> read() {
		try (InputStream in = PushReason.class.getResourceAsStream("/push/reasons.txt")) {
			if (in == null) {
				throw new IllegalStateException("reasons.txt is missing");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(PushReason::line)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static PushReason line(String line) {
		String[] parts = line.split(" \\| ");
		return new PushReason(parts[0], parts[1], parts[2], Slot.valueOf(parts[3]), Again.valueOf(parts[4]));
	}

	/** Whether the mass send of the day, or one of the month, is spent. */
	public enum Slot {

		/** It is spent. */
		SPENT("已经用掉"),

		/** It is not. */
		FREE("没有用掉"),

		/** The platform does not say; its console does. */
		CHECK("以公众平台显示的为准"),

		/** A publication needs none. */
		NONE("不占群发次数");

		private final String title;

		Slot(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

	/** Whether it may be sent again. */
	public enum Again {

		/** The system does it by itself. */
		ITSELF("系统自动重试"),

		/** Later, when a person decides so. */
		LATER("可以过后再发一次"),

		/** Only after the content was changed and approved again. */
		CHANGED("修改并重新审批后可以再发"),

		/** A person must look first. */
		PERSON("先由人核对，再决定"),

		/** It would be refused again. */
		NEVER("不要重复");

		private final String title;

		Again(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

}
