package cn.mentougou.education.office.setup;

import java.time.Duration;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Role;

/** What a link is for and how long it waits. */
enum LinkPurpose {

	/** Founds the commission and yields the other three. */
	BEGINNING(null, Duration.ofHours(24)),

	/** Makes the first system administrator. */
	SYSTEM(Role.SYSTEM_ADMINISTRATOR, Duration.ofHours(72)),

	/** Makes the first security administrator. */
	SECURITY(Role.SECURITY_ADMINISTRATOR, Duration.ofHours(72)),

	/** Makes the first audit administrator. */
	AUDIT(Role.AUDIT_ADMINISTRATOR, Duration.ofHours(72));

	private final @Nullable Role role;

	private final Duration goodFor;

	LinkPurpose(@Nullable Role role, Duration goodFor) {
		this.role = role;
		this.goodFor = goodFor;
	}

	static LinkPurpose of(Role role) {
		return Arrays.stream(values()).filter((purpose) -> purpose.role == role).findFirst().orElseThrow();
	}

	/** Whom it makes; only an administrator's link has one. */
	Role role() {
		if (this.role == null) {
			throw new IllegalStateException(this + " makes nobody");
		}
		return this.role;
	}

	Duration goodFor() {
		return this.goodFor;
	}

}
