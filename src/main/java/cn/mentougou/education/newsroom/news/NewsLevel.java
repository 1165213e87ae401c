package cn.mentougou.education.newsroom.news;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose news it is: of the country, the city or the district. */
public enum NewsLevel {

	/** Of the whole country (国家). */
	NATIONAL("国家"),

	/** Of Beijing (北京市). */
	BEIJING("北京市"),

	/** Of our own district (我区). */
	DISTRICT("我区");

	private final String title;

	NewsLevel(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	/** What it is called in addresses; never changes. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The level with this code; empty if there is none. */
	public static Optional<NewsLevel> of(String code) {
		return Arrays.stream(values()).filter((level) -> level.code().equals(code)).findFirst();
	}

}
