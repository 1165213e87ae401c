package cn.mentougou.education.office.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.office.calendar.CalendarFile.Entries;
import cn.mentougou.education.office.calendar.CalendarFile.Entry;

/**
 * Reads a list as JSON, in one of three shapes: our own, which names each day's kind; the
 * one of holiday-cn, which says {@code isOffDay}; and the one of our first data, which
 * has the free weekdays and the worked weekends of each year. Token by token, so that
 * each day's line is known.
 */
class CalendarJson {

	private static final JsonMapper mapper = JsonMapper.builder().build();

	private static final Map<String, String> IS_OFF_DAY = Map.of("true", "OFF", "false", "WORK");

	private final int year;

	private final List<Entry> entries = new ArrayList<>();

	private String source = "";

	CalendarJson(int year) {
		this.year = year;
	}

	Entries read(String text) throws Unreadable {
		try (JsonParser parser = mapper.createParser(text)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw new Unreadable(1, "calendar.unknown-shape", "");
			}
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				readPart(parser, parser.currentName());
			}
			if (parser.nextToken() != null) {
				throw new Unreadable(line(parser), "calendar.not-json", "");
			}
			return new Entries(this.entries, this.source);
		}
		catch (JacksonException ex) {
			int line = (ex.getLocation() != null) ? Math.max(1, ex.getLocation().getLineNr()) : 1;
			throw new Unreadable(line, "calendar.not-json", "");
		}
	}

	private void readPart(JsonParser parser, String name) throws Unreadable {
		JsonToken value = parser.nextToken();
		if (name.equals("year") && value == JsonToken.VALUE_NUMBER_INT) {
			if (parser.getLongValue() != this.year) {
				throw new Unreadable(line(parser), "calendar.other-year", String.valueOf(parser.getLongValue()));
			}
		}
		else if (name.equals("source") && value == JsonToken.VALUE_STRING) {
			this.source = parser.getString();
		}
		else if (name.equals("days") && value == JsonToken.START_ARRAY) {
			readDays(parser);
		}
		else if (name.equals(String.valueOf(this.year)) && value == JsonToken.START_OBJECT) {
			readBothLists(parser);
		}
		else {
			parser.skipChildren();
		}
	}

	private void readDays(JsonParser parser) throws Unreadable {
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			if (parser.currentToken() != JsonToken.START_OBJECT) {
				throw new Unreadable(line(parser), "calendar.unknown-shape", "");
			}
			this.entries.add(day(parser));
		}
	}

	private static Entry day(JsonParser parser) {
		int line = line(parser);
		Map<String, String> fields = new HashMap<>();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String field = parser.currentName();
			fields.put(field, words(parser, parser.nextToken()));
		}
		String off = fields.get("isOffDay");
		String kind = (off != null) ? IS_OFF_DAY.getOrDefault(off, off) : fields.getOrDefault("kind", "");
		return new Entry(line, fields.getOrDefault("date", ""), kind, fields.getOrDefault("name", ""), off != null);
	}

	private void readBothLists(JsonParser parser) {
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String list = parser.currentName();
			String kind = list.equals("offWeekdays") ? "OFF" : list.equals("workWeekends") ? "WORK" : "";
			if (parser.nextToken() != JsonToken.START_ARRAY || kind.isEmpty()) {
				parser.skipChildren();
				continue;
			}
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				String date = words(parser, parser.currentToken());
				this.entries.add(new Entry(line(parser), date, kind, kind.equals("OFF") ? "放假" : "调休上班", false));
			}
		}
	}

	private static String words(JsonParser parser, JsonToken value) {
		if (value.isScalarValue()) {
			return parser.getString();
		}
		parser.skipChildren();
		return "";
	}

	private static int line(JsonParser parser) {
		return Math.max(1, parser.currentTokenLocation().getLineNr());
	}

	/** The text is no JSON, or none that holds a list. */
	static class Unreadable extends Exception {

		private final int line;

		private final String code;

		private final String detail;

		Unreadable(int line, String code, String detail) {
			super(code);
			this.line = line;
			this.code = code;
			this.detail = detail;
		}

		int line() {
			return this.line;
		}

		String code() {
			return this.code;
		}

		String detail() {
			return this.detail;
		}

	}

}
