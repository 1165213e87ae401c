package cn.mentougou.education.office.post;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is typed about a post.
 *
 * @param name the whole name of the person
 * @param phone the phone, if several have the name
 * @param kind how much
 * @param from the first day; empty is today
 * @param until the last day; empty is none
 */
record PostForm(@Nullable String name, @Nullable String phone, @Nullable PostKind kind,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until) {

	@Override
	public String toString() {
		return "PostForm[" + this.kind + "]";
	}

}
