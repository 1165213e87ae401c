package cn.mentougou.education.office.console;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.console.ConsolePage.Section;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** A desk that fills the console of tests with what a real one would. */
class SampleDesk {

	private static final LocalDate TODAY = LocalDate.of(2026, 6, 8);

	@Bean
	ConsolePage samplePage() {
		return new ConsolePage("/console/sample", "依申请公开", Section.DISCLOSURE, 0, Set.of(Role.DISCLOSURE_CLERK),
				"登记收到的申请，按期限答复。点编号看办理经过。");
	}

	@Bean
	ConsolePage jobsPage() {
		return new ConsolePage("/console/sample-jobs", "定时任务", Section.SYSTEM, 0, EnumSet.of(Role.SYSTEM_ADMINISTRATOR),
				"看每项任务上次和下次什么时候运行。");
	}

	@Bean
	TodaySource sampleWork() {
		return (actor, today) -> !actor.holds(Role.DISCLOSURE_CLERK) ? List.of()
				: List.of(TodayEntry.waiting("补正材料已收到，请核对：第 2026-017 号", "/console/sample/17"),
						TodayEntry.due("答复申请：第 2026-012 号", "/console/sample/12", TODAY.plusDays(3), 3),
						TodayEntry.due("答复申请：第 2026-009 号", "/console/sample/9", TODAY, 0),
						TodayEntry.due("答复申请：第 2026-003 号", "/console/sample/3", TODAY.minusDays(4), -2),
						TodayEntry.alarm("定时任务“期限提醒”昨天没有运行", "/console/sample/0"));
	}

	@Bean
	TodaySource brokenWork() {
		return (actor, today) -> {
			if (actor.holds(Role.SYSTEM_ADMINISTRATOR)) {
				throw new IllegalStateException("broken on purpose");
			}
			return List.of();
		};
	}

	@Bean
	SearchSource sampleSearch() {
		return (actor, words) -> !"大峪第一小学".contains(words) ? List.of()
				: List.of(new SearchSource.Hit("单位", "大峪第一小学", "/console/sample/1"));
	}

	/** The pages of the desk: every way to end. */
	@Controller
	static class Pages {

		@GetMapping("/console/sample/{id}")
		ModelAndView show(@PathVariable long id) {
			return new Confirmation("作废第 " + id + " 号登记？", "作废后不能恢复，编号不再使用。", "作废", "/console/sample/" + id,
					Map.of("version", "3"), "/console/sample")
				.page();
		}

		@PostMapping("/console/sample/{id}")
		String remove(@PathVariable long id, @RequestParam int version, RedirectAttributes next) {
			next.addFlashAttribute("done", "第 " + id + " 号已作废（版本 " + version + "）。");
			return "redirect:/console";
		}

		@GetMapping("/console/sample/refused/{kind}")
		String refuse(@PathVariable String kind, Actor actor) {
			throw switch (kind) {
				case "not-found" -> new Refusal.NotFound("console.no-such-thing");
				case "forbidden" -> new Refusal.Forbidden("console.not-your-role");
				case "invalid" -> new Refusal.Invalid("reply.too-many-phrases", 20);
				case "conflict" -> new Refusal.Conflict("nobody.wrote-a-sentence");
				case "database" -> new DataAccessResourceFailureException("jdbc:secret");
				default -> new IllegalStateException("secret of " + actor.name());
			};
		}

		@GetMapping("/console/sample/status/{status}")
		void status(@PathVariable int status, HttpServletResponse response) throws IOException {
			response.sendError(status);
		}

		@GetMapping("/api/v1/sample/{id}")
		String api(@PathVariable long id) {
			throw new Refusal.NotFound("console.no-such-thing");
		}

	}

}
