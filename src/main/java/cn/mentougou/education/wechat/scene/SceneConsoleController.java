package cn.mentougou.education.wechat.scene;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.office.credential.QrCode;
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.UnitLine;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.UnitId;

/** The QR codes in the console: make one, look at it, withdraw it. */
@Controller
@RequestMapping(SceneConsoleController.PATH)
class SceneConsoleController {

	static final String PATH = "/console/scene-codes";

	private final SceneQrCodes codes;

	private final SceneIssuing issuing;

	private final Units units;

	private final Clock clock;

	SceneConsoleController(SceneQrCodes codes, SceneIssuing issuing, Units units, Clock clock) {
		this.codes = codes;
		this.issuing = issuing;
		this.units = units;
		this.clock = clock;
	}

	@GetMapping
	String list(Actor actor, @RequestParam @Nullable SceneKind kind,
			@RequestParam(defaultValue = "false") boolean withdrawn, @RequestParam @Nullable String after,
			Model model) {
		long before = Cursor.byId(after).map(Cursor::id).orElse(Long.MAX_VALUE);
		Map<UnitId, String> names = names();
		KeyPage<SceneQrCode> page = KeyPage.of(this.codes.list(actor, kind, withdrawn, before, KeyPage.ROWS + 1),
				KeyPage.ROWS, (code) -> Cursor.of(code.id().value()));
		model.addAttribute("page",
				new KeyPage<>(page.rows().stream().map((code) -> view(code, names)).toList(), page.next()));
		model.addAttribute("kinds", SceneKind.values());
		model.addAttribute("kind", kind);
		model.addAttribute("withdrawn", withdrawn);
		model.addAttribute("available", this.codes.account().isPresent());
		model.addAttribute("used", this.codes.permanentUsed());
		model.addAttribute("most", SceneQrCodes.MOST_PERMANENT);
		model.addAttribute("scarce", this.codes.permanentUsed() >= SceneQrCodes.WARN_PERMANENT);
		return "scene/list";
	}

	@GetMapping("/new")
	String blank(Actor actor, Model model) {
		model.addAttribute("sceneForm", SceneForm.BLANK);
		return filled(actor, model);
	}

	/** The row is there before the platform is asked, so nothing is lost in between. */
	@PostMapping
	String order(Actor actor, @ModelAttribute SceneForm sceneForm, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return filled(actor, model);
		}
		SceneQrCodeId id;
		try {
			id = this.codes.order(actor, sceneForm.draft(names().getOrDefault(sceneForm.chosenUnit(), "")));
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return filled(actor, model);
		}
		this.issuing.ask(id);
		redirect.addFlashAttribute("done", "已登记。二维码生成后显示在下面。");
		return "redirect:" + PATH + "/" + id.value();
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		SceneQrCode code = this.codes.find(actor, new SceneQrCodeId(id));
		SceneTarget target = this.codes.target(code);
		model.addAttribute("code", view(code, names()));
		model.addAttribute("promise", target.promise(code));
		model.addAttribute("steps", target.steps(code));
		SceneQrCode.Ticket ticket = code.ticket();
		if (ticket != null && code.works(this.clock.instant())) {
			model.addAttribute("qr", QrCode.of(ticket.url()));
		}
		return "scene/show";
	}

	@PostMapping("/{id}/ask-again")
	String askAgain(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.codes.askAgain(actor, new SceneQrCodeId(id));
		this.issuing.ask(new SceneQrCodeId(id));
		redirect.addFlashAttribute("done", "已再次向微信申请，结果见下面。");
		return "redirect:" + PATH + "/" + id;
	}

	@GetMapping("/{id}/withdraw")
	ModelAndView confirm(Actor actor, @PathVariable long id) {
		SceneQrCode code = this.codes.find(actor, new SceneQrCodeId(id));
		String here = PATH + "/" + id;
		return new Confirmation("停用“" + code.title() + "”的二维码？", "停用后再扫这个码，会看到“已经停用”的说明。已经印出去的海报请同时取下。以后可以在这里重新启用。",
				"停用", here + "/withdraw", Map.of(), here)
			.page();
	}

	@PostMapping("/{id}/withdraw")
	String withdraw(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.codes.withdraw(actor, new SceneQrCodeId(id));
		redirect.addFlashAttribute("done", "已停用。");
		return "redirect:" + PATH + "/" + id;
	}

	@PostMapping("/{id}/reopen")
	String reopen(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.codes.reopen(actor, new SceneQrCodeId(id));
		this.issuing.ask(new SceneQrCodeId(id));
		redirect.addFlashAttribute("done", "已重新启用。");
		return "redirect:" + PATH + "/" + id;
	}

	private String filled(Actor actor, Model model) {
		model.addAttribute("kinds", Arrays.stream(SceneKind.values())
			.filter((kind) -> kind != SceneKind.ACCOUNT)
			.collect(Collectors.toMap(SceneKind::name, SceneKind::title, (one, two) -> one, LinkedHashMap::new)));
		Set<UnitId> kept = this.codes.keptBy(actor);
		List<Unit> open = this.units.all().stream().filter((unit) -> unit.open() && kept.contains(unit.id())).toList();
		model.addAttribute("units", UnitLine.choices(open));
		return "scene/new";
	}

	private Map<UnitId, String> names() {
		return this.units.all().stream().collect(Collectors.toMap(Unit::id, Unit::name));
	}

	private SceneView view(SceneQrCode code, Map<UnitId, String> names) {
		return SceneView.of(code, names.getOrDefault(code.unit(), "已撤销的单位"), this.clock);
	}

	/**
	 * A code as the pages show it.
	 *
	 * @param id its number
	 * @param code the code
	 * @param unit the name of its unit
	 * @param state how it is, in words
	 * @param holds until when it holds, in words
	 * @param since since when its picture is the current one; empty if there is none
	 * @param problem why there is none or no newer one; empty if all is well
	 */
	record SceneView(long id, SceneQrCode code, String unit, String state, String holds, String since, String problem) {

		private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
			.withZone(ZoneId.of("Asia/Shanghai"));

		static SceneView of(SceneQrCode code, String unit, Clock clock) {
			SceneQrCode.Ticket ticket = code.ticket();
			boolean isOver = code.isOver(LocalDate.now(clock));
			String state = code.isOpen() ? (isOver ? "已结束" : code.state().title()) : "已停用";
			String failure = code.failure();
			return new SceneView(code.id().value(), code, unit, state, holds(code),
					(ticket != null) ? TIME.format(ticket.issuedAt()) : "", (failure != null) ? problem(failure) : "");
		}

		private static String holds(SceneQrCode code) {
			if (code.ticket() == null) {
				return "生成后才知道";
			}
			return Objects.toString(code.holdsUntil(), "长期有效");
		}

		private static String problem(String reason) {
			if (reason.startsWith("token")) {
				return "没有拿到公众号的 access_token，会自动再试；请系统管理员查看公众号概况";
			}
			return switch (reason) {
				case "unreachable", "paused" -> "连不上微信，会自动再试";
				case "answer", "database" -> "没有收到完整的答复，会自动再试";
				case "-1", "45011" -> "微信暂时忙，会自动再试";
				case "45009" -> "今天生成二维码的次数用完了，明天会自动再试";
				case "48001" -> "这个公众号没有带参二维码的权限（微信错误码 48001），请在公众平台核对认证状态";
				default -> "微信没有同意（" + reason + "），请联系系统管理员";
			};
		}

	}

}
