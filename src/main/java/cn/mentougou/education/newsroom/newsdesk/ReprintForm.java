package cn.mentougou.education.newsroom.newsdesk;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

import cn.mentougou.education.newsroom.provenance.Reprint;

/**
 * What is decided about a reprint.
 *
 * @param listedOn the day of the list of sources on which the outlet stands
 * @param permission what the outlet agreed to
 * @param decision whether to go on
 * @param reason why
 */
record ReprintForm(@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate listedOn, String permission,
		Reprint.Decision decision, String reason) {

	@SuppressWarnings("NullAway")
	ReprintForm {
		permission = Objects.requireNonNullElse(permission, "");
		decision = Objects.requireNonNullElse(decision, Reprint.Decision.OPEN);
		reason = Objects.requireNonNullElse(reason, "");
	}

}
