package cn.mentougou.education.office.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/** A list as a file that can be imported again. */
final class CalendarExport {

	private static final JsonMapper mapper = JsonMapper.builder().build();

	private CalendarExport() {
	}

	/** Lines that a spreadsheet opens; names hold nothing that it would calculate. */
	static String csv(YearList list) {
		return "\uFEFFdate,kind,name\r\n" + list.text().replace("\n", "\r\n");
	}

	static String json(YearList list) {
		List<Map<String, String>> days = list.days()
			.stream()
			.map((day) -> Map.<String, String>of("date", day.on().toString(), "kind", day.kind().name(), "name",
					day.name()))
			.toList();
		Map<String, Object> file = new LinkedHashMap<>();
		file.put("year", list.year());
		file.put("source", list.source());
		file.put("days", days);
		return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(file);
	}

}
