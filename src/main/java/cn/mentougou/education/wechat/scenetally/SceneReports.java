package cn.mentougou.education.wechat.scenetally;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.list.CsvExport;
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.UnitId;
import cn.mentougou.education.wechat.scene.SceneQrCode;
import cn.mentougou.education.wechat.scene.SceneQrCodes;

/** Reads the counts of the codes that somebody keeps. */
@Component
class SceneReports {

	private static final LocalDate BEFORE_ALL = LocalDate.of(1900, 1, 2);

	private final SceneTallyMapper mapper;

	private final SceneQrCodes codes;

	SceneReports(SceneTallyMapper mapper, SceneQrCodes codes) {
		this.mapper = mapper;
		this.codes = codes;
	}

	/** The days of a code, the latest first. */
	List<SceneTallyMapper.Line> days(long code, LocalDate from, LocalDate until) {
		return this.mapper.days(code, from, until);
	}

	/** The sums of each of the actor's codes that was scanned in this time. */
	List<Sum> sums(Actor actor, LocalDate from, LocalDate until) {
		Set<UnitId> kept = this.codes.keptBy(actor);
		List<Sum> sums = new ArrayList<>();
		List<SceneTallyMapper.Sum> read = List.of();
		do {
			long after = read.isEmpty() ? 0 : read.get(read.size() - 1).codeId();
			read = this.mapper.sums(from, until, after, CsvExport.ROWS);
			Map<Long, SceneQrCode> known = this.codes
				.byIds(read.stream().map(SceneTallyMapper.Sum::codeId).collect(Collectors.toSet()));
			for (SceneTallyMapper.Sum sum : read) {
				SceneQrCode code = known.get(sum.codeId());
				if (code != null && kept.contains(code.unit())) {
					sums.add(new Sum(code, sum.follows(), sum.scans()));
				}
			}
		}
		while (read.size() == CsvExport.ROWS);
		return sums;
	}

	/** The days of the actor's codes, page by page. */
	KeyPage<Day> page(Actor actor, LocalDate from, LocalDate until, @Nullable String after) {
		Cursor cursor = Cursor.byDay(after).orElse(Cursor.of(BEFORE_ALL, 0));
		List<SceneTallyMapper.Line> read = this.mapper.lines(from, until, cursor.id(), cursor.day(),
				CsvExport.ROWS + 1);
		KeyPage<SceneTallyMapper.Line> page = KeyPage.of(read, CsvExport.ROWS,
				(line) -> Cursor.of(line.day(), line.codeId()));
		Set<UnitId> kept = this.codes.keptBy(actor);
		Map<Long, SceneQrCode> known = this.codes
			.byIds(page.rows().stream().map(SceneTallyMapper.Line::codeId).collect(Collectors.toSet()));
		List<Day> days = new ArrayList<>();
		for (SceneTallyMapper.Line line : page.rows()) {
			SceneQrCode code = known.get(line.codeId());
			if (code != null && kept.contains(code.unit())) {
				days.add(new Day(code, line.day(), line.follows(), line.scans()));
			}
		}
		return new KeyPage<>(days, page.next());
	}

	/** A code over a time. */
	record Sum(SceneQrCode code, long follows, long scans) {
	}

	/** A code on a day. */
	record Day(SceneQrCode code, LocalDate day, int follows, int scans) {
	}

}
