package cn.mentougou.education.wechat.scene;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.UnitId;

/**
 * What a code is for.
 *
 * @param kind what it leads to
 * @param unit the unit it belongs to
 * @param title what it is called: the class, the poster, the place
 * @param note the editor's own words to whoever scans; empty for none
 * @param isPermanent whether it holds for ever, which paper needs; otherwise thirty days,
 * renewed
 * @param endsOn the last day of what it leads to, if there is one
 */
public record SceneDraft(SceneKind kind, UnitId unit, String title, String note, boolean isPermanent,
		@Nullable LocalDate endsOn) {

	/** Characters of a title: more would not fit on a poster. */
	public static final int LONGEST_TITLE = 30;

	/** Characters of a note. */
	public static final int LONGEST_NOTE = 200;

	/**
	 * Brings the words into one form.
	 * @throws Refusal.Invalid if they are missing, too long or unreadable
	 */
	public SceneDraft {
		title = clean(title, LONGEST_TITLE, "scene.title-too-long");
		note = clean(note, LONGEST_NOTE, "scene.note-too-long");
		if (title.isEmpty()) {
			throw new Refusal.Invalid("scene.title-missing");
		}
	}

	/** Whether what it leads to is over. */
	boolean isOver(LocalDate today) {
		return this.endsOn != null && this.endsOn.isBefore(today);
	}

	/** What there is one open code for. */
	String purpose() {
		String key = this.kind + ":" + this.unit.value();
		return this.kind.isOnePerUnit() ? key
				: key + ":" + Normalizer.normalize(this.title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	private static String clean(String text, int longest, String code) {
		// Bringing very long texts into one form costs their length squared.
		if (text.length() > 5 * longest) {
			throw new Refusal.Invalid(code, longest);
		}
		String clean = Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
		if (clean.codePointCount(0, clean.length()) > longest) {
			throw new Refusal.Invalid(code, longest);
		}
		if (clean.codePoints().anyMatch(SceneDraft::isUnreadable)) {
			throw new Refusal.Invalid("scene.unreadable");
		}
		return clean;
	}

	private static boolean isUnreadable(int point) {
		int type = Character.getType(point);
		return Character.isISOControl(point) || type == Character.FORMAT || type == Character.SURROGATE
				|| type == Character.PRIVATE_USE;
	}

}
