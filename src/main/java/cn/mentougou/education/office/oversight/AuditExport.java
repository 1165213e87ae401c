package cn.mentougou.education.office.oversight;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

import cn.mentougou.education.office.audit.AuditTrail;
import cn.mentougou.education.office.audit.AuditTrail.Place;
import cn.mentougou.education.office.audit.AuditTrail.Proof;
import cn.mentougou.education.office.audit.AuditTrail.SealedAct;
import cn.mentougou.education.office.audit.AuditTrail.Search;
import cn.mentougou.education.office.audit.RecordedAct;
import cn.mentougou.education.office.list.CsvExport;
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;

/**
 * The audit as a file: for spreadsheets, and as lines of JSON that carry everything to
 * calculate each hash again outside.
 */
final class AuditExport {

	/** How many acts are read at once. */
	static final int ROWS = CsvExport.ROWS;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private AuditExport() {
	}

	/** A page of acts, newest first. */
	static KeyPage<SealedAct> page(AuditTrail trail, Search search, @Nullable String after, int rows) {
		Place place = Cursor.byTime(after).map((cursor) -> new Place(cursor.time(), cursor.id())).orElse(null);
		return KeyPage.of(trail.list(search, place, rows + 1), rows,
				(act) -> Cursor.of(act.act().happenedAt(), act.act().id()));
	}

	/** Columns for people, and those that prove. */
	static CsvExport<SealedAct> csv(ActWords words) {
		return CsvExport.<SealedAct>named("审计记录")
			.column("编号", (act) -> act.act().id())
			.column("时间", (act) -> act.act().happenedAt())
			.column("主体", (act) -> act.act().actorKind())
			.column("人员编号", (act) -> act.act().actorId())
			.column("来源", (act) -> act.act().cameFrom())
			.column("动作", (act) -> words.action(act.act().action()))
			.column("动作代码", (act) -> act.act().action())
			.column("对象", (act) -> act.act().objectKind())
			.column("对象编号", (act) -> act.act().objectId())
			.column("结果", (act) -> act.act().outcome())
			.column("详情", (act) -> String.join("; ", act.act().detailLines()))
			.column("链上位置", (act) -> proof(act, Proof::position))
			.column("哈希", (act) -> proof(act, Proof::hash));
	}

	private static @Nullable Object proof(SealedAct act, Function<Proof, Object> part) {
		Proof proof = act.proof();
		return (proof != null) ? part.apply(proof) : null;
	}

	/** Answers with lines of JSON, written page by page. */
	static void jsonLines(HttpServletResponse response, Function<@Nullable String, KeyPage<SealedAct>> pages)
			throws IOException {
		KeyPage<SealedAct> page = pages.apply(null);
		response.setContentType("application/jsonl;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.jsonl\"");
		try (Writer out = new BufferedWriter(
				new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
			while (true) {
				for (SealedAct act : page.rows()) {
					out.write(JSON.writeValueAsString(line(act)));
					out.write('\n');
				}
				if (page.next().isEmpty()) {
					return;
				}
				page = pages.apply(page.next().get());
			}
		}
	}

	/** In the order in which the formula takes them. */
	private static Map<String, Object> line(SealedAct sealed) {
		RecordedAct act = sealed.act();
		Proof proof = sealed.proof();
		Map<String, Object> line = new LinkedHashMap<>();
		if (proof != null) {
			line.put("previous", proof.previous());
			line.put("position", proof.position());
			line.put("sealedAt", proof.sealedAt());
		}
		line.put("id", act.id());
		line.put("happenedAt", sealed.happenedAtText());
		line.put("actorKind", act.actorKind());
		line.put("actorId", act.actorId());
		line.put("cameFrom", act.cameFrom());
		line.put("action", act.action());
		line.put("objectKind", act.objectKind());
		line.put("objectId", act.objectId());
		line.put("outcome", act.outcome());
		line.put("details", act.details());
		if (proof != null) {
			line.put("hash", proof.hash());
		}
		return line;
	}

}
