package cn.mentougou.education.office.retention;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.console.Confirmation;
import cn.mentougou.education.office.list.CsvExport;
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Retention;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** How long what is kept, what is held, and what was erased. */
@Controller
class RetentionConsoleController {

	static final String PATH = "/console/retention";

	static final String DELETIONS = "/console/deletions";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final Registers registers;

	private final Holds holds;

	private final Deletions deletions;

	RetentionConsoleController(Registers registers, Holds holds, Deletions deletions) {
		this.registers = registers;
		this.holds = holds;
		this.deletions = deletions;
	}

	@GetMapping(PATH)
	String list(Actor actor, Model model) {
		Set<String> held = this.holds.heldRegisters();
		model.addAttribute("registers",
				this.registers.all()
					.stream()
					.map((register) -> new RegisterView(register.title(), held.contains(register.register()),
							register.rules().stream().map(RetentionConsoleController::view).toList()))
					.toList());
		model.addAttribute("holds", this.holds.open().stream().map(this::view).toList());
		model.addAttribute("mayWrite", actor.holds(Role.SECURITY_ADMINISTRATOR));
		return "retention/list";
	}

	@GetMapping(PATH + "/holds/new")
	String blank(Actor actor, Model model) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		model.addAttribute("holdForm", new HoldForm(null, null, null));
		return filled(model);
	}

	@PostMapping(PATH + "/holds")
	String place(Actor actor, @ModelAttribute HoldForm holdForm, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		String reason = Objects.requireNonNullElse(holdForm.reason(), "");
		String person = Objects.requireNonNullElse(holdForm.person(), "").strip();
		String register = Objects.requireNonNullElse(holdForm.register(), "");
		try {
			if (register.isEmpty() == person.isEmpty()) {
				throw new Refusal.Invalid("retention.person-or-register");
			}
			long id = register.isEmpty() ? this.holds.hold(actor, PersonKeys.of(key(person)), reason)
					: this.holds.hold(actor, register, reason);
			redirect.addFlashAttribute("done", "已保留（第 " + id + " 号）。从现在起到期清理和删除请求都会跳过它。");
			return "redirect:" + PATH;
		}
		catch (Refusal.Invalid ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return filled(model);
		}
	}

	@GetMapping(PATH + "/holds/{id}/lift")
	ModelAndView askToLift(Actor actor, @PathVariable long id) {
		actor.require(Role.SECURITY_ADMINISTRATOR);
		return new Confirmation("解除第 " + id + " 号保留？", "解除后，已经过了保存期限的内容会在一小时内删除，不能恢复。", "解除",
				PATH + "/holds/" + id + "/lift", Map.of(), PATH)
			.page();
	}

	@PostMapping(PATH + "/holds/{id}/lift")
	String lift(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.holds.lift(actor, id);
		redirect.addFlashAttribute("done", "第 " + id + " 号保留已解除。");
		return "redirect:" + PATH;
	}

	@GetMapping(DELETIONS)
	String deletions(@RequestParam @Nullable String after, Model model) {
		model.addAttribute("page", page(after, KeyPage.ROWS));
		return "retention/deletions";
	}

	@GetMapping(DELETIONS + "/export")
	void export(HttpServletResponse response) throws IOException {
		CsvExport.<DeletionView>named("删除记录")
			.column("登记簿", DeletionView::register)
			.column("依据", DeletionView::rule)
			.column("开始", DeletionView::startedAt)
			.column("结束", DeletionView::endedAt)
			.column("删除行数", DeletionView::erasedRows)
			.column("保留行数", DeletionView::keptRows)
			.column("保留原因", DeletionView::keptBecause)
			.write(response, (after) -> page(after, CsvExport.ROWS));
	}

	private KeyPage<DeletionView> page(@Nullable String after, int size) {
		long before = Cursor.byId(after).map(Cursor::id).orElse(Long.MAX_VALUE);
		return KeyPage.of(this.deletions.before(before, size + 1).stream().map(this::view).toList(), size,
				(record) -> Cursor.of(record.id()));
	}

	private String filled(Model model) {
		Map<String, String> choices = new LinkedHashMap<>();
		this.registers.all().forEach((register) -> choices.put(register.register(), register.title()));
		model.addAttribute("registers", choices);
		return "retention/hold";
	}

	private static PersonKey key(String written) {
		try {
			return PersonKey.parse(written);
		}
		catch (IllegalArgumentException ex) {
			throw new Refusal.Invalid("retention.no-such-key");
		}
	}

	private HoldView view(Hold hold) {
		String what = (hold.register() != null) ? title(hold.register()) : hold.person().toString();
		return new HoldView(hold.id(), what, hold.reason(), TIME.format(hold.placedAt()));
	}

	private DeletionView view(DeletionRecord record) {
		String rule = record.rule().equals(DeletionRecord.REQUEST) ? "本人要求"
				: this.registers.find(record.register())
					.flatMap((register) -> register.rules()
						.stream()
						.filter((one) -> one.code().equals(record.rule()))
						.findFirst())
					.map((one) -> "到期：" + one.what())
					.orElse(record.rule());
		return new DeletionView(record.id(), title(record.register()), rule, TIME.format(record.startedAt()),
				TIME.format(record.endedAt()), record.erasedRows(), record.keptRows(), record.keptBecause());
	}

	private String title(String register) {
		return this.registers.find(register).map(PersonalDataHolder::title).orElse(register);
	}

	private static RuleView view(Retention.Rule rule) {
		Duration keepFor = rule.keepFor();
		return new RuleView(rule.what(), (keepFor != null) ? keepFor.toDays() + " 天" : "履行职责期间", rule.basis(),
				rule.afterwards());
	}

	/** A register as it is shown. */
	record RegisterView(String title, boolean held, List<RuleView> rules) {
	}

	/** A rule as it is shown. */
	record RuleView(String what, String keepFor, String basis, String afterwards) {
	}

	/** A hold as it is shown; the person is masked. */
	record HoldView(long id, String what, String reason, String placedAt) {
	}

	/** A deletion as it is shown. */
	record DeletionView(long id, String register, String rule, String startedAt, String endedAt, long erasedRows,
			long keptRows, String keptBecause) {
	}

}
