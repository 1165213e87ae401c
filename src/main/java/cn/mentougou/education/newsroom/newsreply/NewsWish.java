package cn.mentougou.education.newsroom.newsreply;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.mentougou.education.newsroom.news.NewsLevel;

/** Which news somebody wants: by a word, a command or an entry of the menu. */
enum NewsWish {

	/** Of all levels. */
	ALL("NEWS_TODAY", "教育新闻", "最新教育新闻", List.of(), List.of()),

	/** Of the district. */
	DISTRICT("NEWS_DISTRICT", "我区教育新闻", "本区新闻", List.of(NewsLevel.DISTRICT), List.of("我区", "本区", "区里", "门头沟", "门头沟区")),

	/** Of the city and the country together. */
	BEYOND("NEWS_BEYOND", "北京和全国的教育新闻", "北京与全国的新闻", List.of(NewsLevel.BEIJING, NewsLevel.NATIONAL), List.of()),

	/** Of the city. */
	BEIJING("NEWS_BEIJING", "北京市教育新闻", "北京市新闻", List.of(NewsLevel.BEIJING), List.of("北京", "北京市", "市里")),

	/** Of the country. */
	NATIONAL("NEWS_NATIONAL", "国家教育新闻", "国家新闻", List.of(NewsLevel.NATIONAL), List.of("国家", "全国"));

	/** Every message is looked at; only a short one can be such a wish. */
	private static final int LONGEST = 24;

	private static final Pattern AROUND = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern COMMAND = Pattern
		.compile("(?:看|查)?(?:今日|今天|最新|每日)?(?:的)?(?:教育)?新闻(.*)|(.+?)(?:的)?(?:教育)?新闻");

	private final String key;

	private final String title;

	private final String entry;

	private final List<NewsLevel> levels;

	private final List<String> words;

	NewsWish(String key, String title, String entry, List<NewsLevel> levels, List<String> words) {
		this.key = key;
		this.title = title;
		this.entry = entry;
		this.levels = levels;
		this.words = words;
	}

	/** The key of the menu entry. */
	String key() {
		return this.key;
	}

	/** What it is, for people who get it. */
	String title() {
		return this.title;
	}

	/** What it is, for people who make menus. */
	String entry() {
		return this.entry;
	}

	/** Whose news; empty for all. */
	List<NewsLevel> levels() {
		return this.levels;
	}

	/** The page of the website that shows all of it. */
	String page() {
		return (this.levels.size() == 1) ? "/news?level=" + this.levels.get(0).code() : "/news";
	}

	/** What a command asks for: 新闻, alone or with a level before or behind it. */
	static Optional<NewsWish> ofCommand(String text) {
		return plain(text).flatMap((words) -> {
			Matcher command = COMMAND.matcher(words);
			if (!command.matches()) {
				return Optional.empty();
			}
			String level = (command.group(1) != null) ? command.group(1) : command.group(2);
			return level.isEmpty() ? Optional.of(ALL) : ofLevel(level);
		});
	}

	/** What a word alone asks for: a level. */
	static Optional<NewsWish> ofWord(String text) {
		return plain(text).flatMap(NewsWish::ofLevel);
	}

	/** What an entry of the menu asks for. */
	static Optional<NewsWish> ofKey(String key) {
		return Arrays.stream(values()).filter((wish) -> wish.key.equals(key)).findFirst();
	}

	private static Optional<NewsWish> ofLevel(String word) {
		return Arrays.stream(values()).filter((wish) -> wish.words.contains(word)).findFirst();
	}

	private static Optional<String> plain(String text) {
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		return Optional.of(AROUND.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(""));
	}

}
