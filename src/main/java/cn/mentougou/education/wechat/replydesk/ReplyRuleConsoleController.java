package cn.mentougou.education.wechat.replydesk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.Valid;
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
import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.reply.ReplyRuleId;
import cn.mentougou.education.wechat.reply.ReplyRules;
import cn.mentougou.education.wechat.reply.Trigger;

/** The rules of automatic answers in the console. */
@Controller
@RequestMapping(ReplyRuleConsoleController.PATH)
class ReplyRuleConsoleController {

	static final String PATH = "/console/replies";

	private static final String EDIT = "replydesk/edit";

	private final ReplyRules rules;

	private final RuleEditing editing;

	private final AccountChoices accounts;

	private final People people;

	private final Clock clock;

	ReplyRuleConsoleController(ReplyRules rules, RuleEditing editing, AccountChoices accounts, People people,
			Clock clock) {
		this.rules = rules;
		this.editing = editing;
		this.accounts = accounts;
		this.people = people;
		this.clock = clock;
	}

	@GetMapping
	String list(Filter filter, @RequestParam @Nullable String after, Model model) {
		long before = Cursor.byId(after).map(Cursor::id).orElse(Long.MAX_VALUE);
		LocalDateTime now = LocalDateTime.now(this.clock);
		List<RuleLine> lines = this.rules.list(filter.search(), before, KeyPage.ROWS + 1)
			.stream()
			.map((kept) -> RuleLine.of(kept, this.accounts, now))
			.toList();
		model.addAttribute("page", KeyPage.of(lines, KeyPage.ROWS, (line) -> Cursor.of(line.id())));
		model.addAttribute("filter", filter);
		return named(model, "replydesk/list");
	}

	@GetMapping("/new")
	String blank(Model model) {
		model.addAttribute("id", 0L);
		model.addAttribute(ReplyRuleForm.blank());
		return named(model, EDIT);
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, Model model) {
		ReplyRules.Kept kept = kept(id);
		model.addAttribute("id", id);
		model.addAttribute(ReplyRuleForm.of(kept));
		model.addAttribute("changed", changed(kept));
		return named(model, EDIT);
	}

	@PostMapping
	String add(Actor actor, @Valid @ModelAttribute ReplyRuleForm replyRuleForm, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		return save(actor, 0, new Typed(replyRuleForm, errors, model, redirect));
	}

	@PostMapping("/{id}")
	String change(Actor actor, @PathVariable long id, @Valid @ModelAttribute ReplyRuleForm replyRuleForm,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		kept(id);
		return save(actor, id, new Typed(replyRuleForm, errors, model, redirect));
	}

	@PostMapping("/{id}/enabled")
	String enable(Actor actor, @PathVariable long id, @RequestParam long revision, @RequestParam boolean enabled,
			RedirectAttributes redirect) {
		return settled(id, redirect, enabled ? "已启用，马上生效。" : "已停用，不再回复；内容还在，随时可以再启用。",
				() -> this.editing.enable(actor, new ReplyRuleId(id), revision, enabled));
	}

	@GetMapping("/{id}/remove")
	ModelAndView askToRemove(@PathVariable long id) {
		ReplyRules.Kept kept = kept(id);
		String kind = TriggerTitle.of(kept.rule().trigger());
		return new Confirmation("删除第 " + id + " 条规则（" + kind + "）？", "删除后不能恢复。只想暂时不用，请选“停用”。", "删除",
				PATH + "/" + id + "/remove", Map.of("revision", String.valueOf(kept.revision())), PATH + "/" + id)
			.page();
	}

	@PostMapping("/{id}/remove")
	String remove(Actor actor, @PathVariable long id, @RequestParam long revision, RedirectAttributes redirect) {
		return settled(id, redirect, "已删除第 " + id + " 条规则。",
				() -> this.editing.remove(actor, new ReplyRuleId(id), revision));
	}

	private String save(Actor actor, long id, Typed typed) {
		typed.model().addAttribute("id", id);
		if (typed.errors().hasErrors()) {
			return named(typed.model(), EDIT);
		}
		try {
			if (id == 0) {
				this.editing.add(actor, typed.form().rule());
			}
			else {
				long revision = Objects.requireNonNullElse(typed.form().revision(), 0L);
				this.editing.change(actor, new ReplyRuleId(id), revision, typed.form().rule());
			}
		}
		catch (Refusal.Invalid ex) {
			typed.errors().reject(ex.code(), ex.arguments().toArray(), null);
			return named(typed.model(), EDIT);
		}
		catch (Refusal.Conflict ex) {
			typed.errors().reject(ex.code(), ex.arguments().toArray(), null);
			typed.model().addAttribute("changed", changed(kept(id)));
			typed.model().addAttribute("overtaken", true);
			return named(typed.model(), EDIT);
		}
		typed.redirect().addFlashAttribute("done", "已保存，马上生效。");
		return "redirect:" + PATH;
	}

	/** What was not done because somebody was quicker says who, and shows the rule. */
	private String settled(long id, RedirectAttributes redirect, String done, Runnable work) {
		ReplyRules.Kept before = kept(id);
		try {
			work.run();
		}
		catch (Refusal.Conflict ex) {
			redirect.addFlashAttribute("problem", "没有做：" + changed(before) + "。请看看现在的内容再决定。");
			return "redirect:" + PATH + "/" + id;
		}
		redirect.addFlashAttribute("done", done);
		return "redirect:" + PATH;
	}

	private ReplyRules.Kept kept(long id) {
		return this.rules.find(new ReplyRuleId(id)).orElseThrow(() -> new Refusal.NotFound("reply.no-such-rule"));
	}

	/** Who changed the rule last, and when. */
	private String changed(ReplyRules.Kept kept) {
		String when = HoursText.time(LocalDateTime.ofInstant(kept.changedAt(), this.clock.getZone()));
		PersonId by = kept.changedBy();
		String who = Optional.ofNullable(by).flatMap(this.people::find).map(Person::name).orElse("系统");
		return who + "在 " + when + " 最后修改";
	}

	private String named(Model model, String view) {
		model.addAttribute("kinds", TriggerTitle.all());
		model.addAttribute("accounts", this.accounts.all());
		model.addAttribute("days", HoursText.days());
		return view;
	}

	/** What came with a form. */
	private record Typed(ReplyRuleForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
	}

	/** What the list is narrowed down to. */
	record Filter(@Nullable String account, @Nullable String kind, @Nullable String words) {

		/** What is not a kind or an account of ours finds what there is without it. */
		ReplyRules.Search search() {
			Trigger trigger = TriggerTitle.all().containsKey(Objects.requireNonNullElse(this.kind, ""))
					? Trigger.valueOf(Objects.requireNonNull(this.kind)) : null;
			return new ReplyRules.Search(filled(this.account), trigger, filled(this.words));
		}

		private static @Nullable String filled(@Nullable String text) {
			return (text == null || text.isBlank()) ? null : text.strip();
		}

	}

}
