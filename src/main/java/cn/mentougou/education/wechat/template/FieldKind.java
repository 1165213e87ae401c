package cn.mentougou.education.wechat.template;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The kinds of fields by the beginning of their names, as the platform's table of
 * parameters (参数类别说明) has them. Where copies of the table disagree, the narrower form.
 */
enum FieldKind {

	/** 事物: anything. */
	THING("thing", 20, "20 个字以内", anything()),
	/** 短事物. */
	SHORT_THING("short_thing", 5, "5 个字以内", anything()),
	/** 字符串: no Chinese. */
	CHARACTER_STRING("character_string", 32, "32 位以内的数字、字母或符号，不能有汉字", form("[\\x20-\\x7e]+")),
	/** 数字. */
	NUMBER("number", 32, "32 位以内的数字，可以带小数", form("-?\\d+(\\.\\d+)?")),
	/** 字母. */
	LETTER("letter", 32, "32 位以内的字母", form("[A-Za-z]+")),
	/** 符号. */
	SYMBOL("symbol", 5, "5 位以内的符号", form("[\\p{P}\\p{S}]+")),
	/** 时间: a date may stand before it. */
	TIME("time", 60, "24 小时制的时间，例如 15:01 或 2026年11月24日 15:01，两个时间之间用 ~", DateForms::isTime),
	/** 日期: a time may stand behind it. */
	DATE("date", 60, "年月日，例如 2026年11月24日，两个日期之间用 ~", DateForms::isDate),
	/** 金额. */
	AMOUNT("amount", 20, "一个币种符号和 10 位以内的数字，可以带两位小数，结尾可以有“元”", form("[¥￥$€£]?\\d{1,10}(\\.\\d{1,2})?元?")),
	/** 电话. */
	PHONE_NUMBER("phone_number", 17, "17 位以内的电话号码，只有数字、空格、+ 和 -", form("\\+?\\d[\\d -]*\\d")),
	/** 车牌. */
	CAR_NUMBER("car_number", 8, "8 位以内的车牌号码", form("[\\p{IsHan}A-Za-z0-9]+")),
	/** 姓名: more letters than Chinese characters. */
	NAME("name", 20, "10 个汉字或 20 个字母以内", (value) -> value.codePointCount(0, value.length()) <= 10 || isAscii(value)),
	/** 汉字. */
	PHRASE("phrase", 5, "5 个以内的汉字", form("\\p{IsHan}+")),
	/** 枚举值: which ones the account was given is not told by the platform. */
	CONST("const", 20, "平台规定的几个固定词之一", anything()),
	/** The same under another name. */
	ENUM("enum", 20, "平台规定的几个固定词之一", anything()),
	/** Free fields, which only test accounts still have. */
	FREE("", 200, "200 个字以内", anything());

	private final String prefix;

	private final int limit;

	private final String words;

	private final Predicate<String> form;

	FieldKind(String prefix, int limit, String words, Predicate<String> form) {
		this.prefix = prefix;
		this.limit = limit;
		this.words = words;
		this.form = form;
	}

	/** How many characters it takes. */
	int limit() {
		return this.limit;
	}

	/** What may stand in it, in Chinese. */
	String words() {
		return this.words;
	}

	boolean fits(String value) {
		return this.form.test(value);
	}

	static FieldKind of(String name) {
		String prefix = name.replaceAll("\\d+$", "");
		return Arrays.stream(values()).filter((kind) -> kind.prefix.equals(prefix)).findFirst().orElse(FREE);
	}

	private static Predicate<String> anything() {
		return (value) -> true;
	}

	private static Predicate<String> form(String expression) {
		return Pattern.compile(expression).asMatchPredicate();
	}

	private static boolean isAscii(String value) {
		return value.chars().allMatch((character) -> character < 0x80);
	}

}
