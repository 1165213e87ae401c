package cn.mentougou.education.office.retention;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.shared.PersonId;

/**
 * Something that must not be erased for now (保留).
 *
 * @param id its number
 * @param register the register's code, or null for a person in every register
 * @param person the person's keys; none for a register
 * @param reason why
 * @param placedBy who placed it
 * @param placedAt when
 * @param liftedAt when it was lifted, or null while it holds
 */
public record Hold(long id, @Nullable String register, PersonKeys person, String reason, PersonId placedBy,
		Instant placedAt, @Nullable Instant liftedAt) {

	/** Keeps the person and the reason out of every log. */
	@Override
	public String toString() {
		return "Hold[" + this.id + "]";
	}

}
