package cn.mentougou.education.newsroom.markup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code education.news.*}: what WeChat takes of an article (protocol §8); the platform
 * has changed the length of titles before, so that limit is set by date.
 *
 * @param titles since which day how many characters a title may have
 * @param author how many an author may have
 * @param digest how many a digest may have
 */
@ConfigurationProperties("education.news")
public record NewsLimits(@DefaultValue List<TitleLimit> titles, @DefaultValue("16") int author,
		@DefaultValue("128") int digest) {

	private static final int TITLE = 32;

	/** Copies the limits. */
	public NewsLimits {
		titles = List.copyOf(titles);
	}

	/** How many characters a title may have on this day. */
	public int titleOn(LocalDate day) {
		return this.titles.stream()
			.filter((limit) -> !limit.from().isAfter(day))
			.max(Comparator.comparing(TitleLimit::from))
			.map(TitleLimit::characters)
			.orElse(TITLE);
	}

	/**
	 * A limit for titles.
	 *
	 * @param from its first day
	 * @param characters how many characters
	 */
	public record TitleLimit(LocalDate from, int characters) {
	}

}
