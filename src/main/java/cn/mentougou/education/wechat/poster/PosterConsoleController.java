package cn.mentougou.education.wechat.poster;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.scene.SceneQrCode;
import cn.mentougou.education.wechat.scene.SceneQrCodeId;
import cn.mentougou.education.wechat.scene.SceneQrCodes;
import cn.mentougou.education.wechat.scene.SceneTarget;

/** Hands out posters. */
@Controller
class PosterConsoleController {

	private final SceneQrCodes codes;

	private final Units units;

	private final Clock clock;

	PosterConsoleController(SceneQrCodes codes, Units units, Clock clock) {
		this.codes = codes;
		this.units = units;
		this.clock = clock;
	}

	/** The poster of a code, with the ticket of this moment. */
	@GetMapping("/console/scene-codes/{id}/poster")
	ResponseEntity<byte[]> poster(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "A4") Paper paper) {
		SceneQrCode code = this.codes.find(actor, new SceneQrCodeId(id));
		SceneQrCode.Ticket ticket = code.ticket();
		LocalDate today = LocalDate.now(this.clock);
		if (ticket == null || !code.works(this.clock.instant()) || code.isOver(today)) {
			throw new Refusal.Conflict("poster.no-code");
		}
		SceneTarget target = this.codes.target(code);
		String unit = this.units.find(code.unit()).map(Unit::name).orElse("");
		byte[] pdf = new Poster(code.title(), unit, code.draft().note(), ticket.url(), target.promise(code),
				target.steps(code), code.holdsUntil(), today)
			.pdf(paper);
		String name = "海报 " + code.title() + " " + paper + ".pdf";
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
			.body(pdf);
	}

}
