package cn.mentougou.education.wechat.scene;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.UnitId;

/**
 * What is typed about a code.
 *
 * @param kind what it leads to
 * @param unit the unit it belongs to
 * @param title what it is called; empty for a school, whose name it is
 * @param note words to whoever scans
 * @param permanent whether it is for paper
 * @param endsOn the last day
 */
record SceneForm(@Nullable SceneKind kind, @Nullable Long unit, @Nullable String title, @Nullable String note,
		@Nullable Boolean permanent, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate endsOn) {

	/** What a blank form offers. */
	static final SceneForm BLANK = new SceneForm(null, null, null, null, true, null);

	UnitId chosenUnit() {
		if (this.unit == null) {
			throw new Refusal.Invalid("scene.unit-missing");
		}
		return new UnitId(this.unit);
	}

	SceneDraft draft(String unitName) {
		if (this.kind == null || this.kind == SceneKind.ACCOUNT) {
			throw new Refusal.Invalid("scene.kind-missing");
		}
		return new SceneDraft(this.kind, chosenUnit(), this.kind.isOnePerUnit() ? unitName : text(this.title),
				text(this.note), Boolean.TRUE.equals(this.permanent), this.endsOn);
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed : "";
	}

}
