package cn.mentougou.education.office.reviewdesk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.review.ReviewRegister;
import cn.mentougou.education.office.review.ReviewRegister.Item;
import cn.mentougou.education.office.review.ReviewState;
import cn.mentougou.education.office.review.ReviewSubject;
import cn.mentougou.education.office.review.Reviews;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** Reviews in the console, one item at a time. */
@Controller
@RequestMapping(ReviewConsoleController.PATH)
class ReviewConsoleController {

	static final String PATH = "/console/reviews";

	private static final int MOST_WAITING = 50;

	private static final String ITEM = "reviewdesk/item";

	private final Reviews reviews;

	private final ReviewRegister register;

	private final ReviewWords words;

	private final MessageSource sentences;

	ReviewConsoleController(Reviews reviews, ReviewRegister register, ReviewWords words, MessageSource sentences) {
		this.reviews = reviews;
		this.register = register;
		this.words = words;
		this.sentences = sentences;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(defaultValue = "") String state, @RequestParam @Nullable String after,
			Model model) {
		ReviewState wanted = Arrays.stream(ReviewState.values())
			.filter((one) -> one.name().equals(state))
			.findFirst()
			.orElse(null);
		long before = Cursor.byId(after).map(Cursor::id).orElse(Long.MAX_VALUE);
		model.addAttribute("waiting", this.words.lines(this.register.waitingFor(actor, MOST_WAITING)));
		model.addAttribute("page",
				KeyPage.of(this.words.lines(this.register.list(actor, wanted, before, KeyPage.ROWS + 1)), KeyPage.ROWS,
						(line) -> Cursor.of(line.item().id())));
		model.addAttribute("state", (wanted != null) ? wanted.name() : "");
		model.addAttribute("states", states());
		return "reviewdesk/list";
	}

	private static Map<String, String> states() {
		Map<String, String> states = new LinkedHashMap<>();
		for (ReviewState state : ReviewState.values()) {
			if (state != ReviewState.DRAFT) {
				states.put(state.name(), state.title());
			}
		}
		return states;
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		return filled(actor, this.register.find(actor, id), SecrecyInput.blank(), model);
	}

	@PostMapping("/{id}/secrecy")
	String review(Actor actor, @PathVariable long id, @RequestParam Map<String, String> fields, Model model,
			RedirectAttributes redirect) {
		Item item = this.register.find(actor, id);
		SecrecyInput input = SecrecyInput.of(fields);
		try {
			requireLooked(fields);
			var form = input.form(fields.getOrDefault("hash", ""));
			if (form.isClear()) {
				this.reviews.passSecrecy(actor, item.kind(), item.objectId(), form);
				redirect.addFlashAttribute("done", "保密审查已通过，现在等主管领导审批。");
			}
			else {
				this.reviews.refuseSecrecy(actor, item.kind(), item.objectId(), form);
				redirect.addFlashAttribute("done", "已连同审查表退回送审单位。");
			}
			return "redirect:" + PATH;
		}
		catch (Refusal.Invalid ex) {
			model.addAttribute("problem", sentence(ex));
			return filled(actor, item, input, model);
		}
		catch (Refusal.Conflict ex) {
			return back(item, ex, redirect);
		}
	}

	@PostMapping("/{id}/approve")
	String approve(Actor actor, @PathVariable long id, @RequestParam Map<String, String> fields,
			RedirectAttributes redirect) {
		Item item = this.register.find(actor, id);
		try {
			requireLooked(fields);
			this.reviews.approve(actor, item.kind(), item.objectId(), fields.getOrDefault("hash", ""));
			redirect.addFlashAttribute("done", "已批准。之后只要内容有一点改动，批准就自动失效。");
			return "redirect:" + PATH;
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			return back(item, ex, redirect);
		}
	}

	@PostMapping("/{id}/return")
	String giveBack(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes redirect) {
		Item item = this.register.find(actor, id);
		try {
			this.reviews.giveBack(actor, item.kind(), item.objectId(), reason);
			redirect.addFlashAttribute("done", "已退回，送审单位会在“今日”里看到理由。");
			return "redirect:" + PATH;
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			return back(item, ex, redirect);
		}
	}

	@PostMapping("/{id}/urge")
	String urge(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		Item item = this.register.find(actor, id);
		try {
			boolean isNoted = this.reviews.urge(actor, item.kind(), item.objectId());
			redirect.addFlashAttribute("done", isNoted ? "已督促，对方会在“今日”里看到，记录已留下。" : "您一小时内已经督促过，不用再点。");
			return "redirect:" + PATH + "/" + id;
		}
		catch (Refusal.Conflict ex) {
			return back(item, ex, redirect);
		}
	}

	private static void requireLooked(Map<String, String> fields) {
		if (!fields.containsKey("looked")) {
			throw new Refusal.Invalid("review.not-looked");
		}
	}

	private String back(Item item, Refusal refusal, RedirectAttributes redirect) {
		redirect.addFlashAttribute("problem", sentence(refusal));
		return "redirect:" + PATH + "/" + item.id();
	}

	private String sentence(Refusal refusal) {
		return this.sentences.getMessage(refusal.code(), refusal.arguments().toArray(), Locale.SIMPLIFIED_CHINESE);
	}

	private String filled(Actor actor, Item item, SecrecyInput input, Model model) {
		ReviewSubject subject = this.register.subjectOf(item).orElse(null);
		boolean isSame = subject != null && subject.contentHash().equals(item.contentHash());
		String obstacle = this.register.obstacle(actor, item).orElse(null);
		model.addAttribute("line", this.words.line(item));
		model.addAttribute("subject", subject);
		model.addAttribute("changed", subject != null && !isSame);
		model.addAttribute("mayDecide", obstacle == null);
		model.addAttribute("ownWork", (obstacle != null && obstacle.matches("review\\.(own-work|work-of-the-absent)"))
				? this.sentences.getMessage(obstacle, null, Locale.SIMPLIFIED_CHINESE) : null);
		model.addAttribute("reviewing", item.state() == ReviewState.SUBMITTED && isSame);
		model.addAttribute("approving", item.state() == ReviewState.SECRECY_PASSED && isSame);
		model.addAttribute("waits", item.dueOn() != null);
		model.addAttribute("secrecy", input.lines());
		model.addAttribute("history", this.words.history(this.register.historyOf(item)));
		return ITEM;
	}

}
