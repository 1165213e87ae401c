package cn.mentougou.education.newsroom.newsdesk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.newsroom.board.Board;
import cn.mentougou.education.newsroom.board.BoardDetails;
import cn.mentougou.education.newsroom.board.BoardId;
import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** The boards at the console. */
@Controller
@RequestMapping(BoardConsoleController.PATH)
class BoardConsoleController {

	static final String PATH = "/console/boards";

	private static final String EDIT = "newsdesk/board";

	private final Boards boards;

	private final Clock clock;

	BoardConsoleController(Boards boards, Clock clock) {
		this.boards = boards;
		this.clock = clock;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("boards", this.boards.all());
		model.addAttribute("today", LocalDate.now(this.clock));
		return "newsdesk/boards";
	}

	@GetMapping("/new")
	String blank(Model model) {
		model.addAttribute("boardForm", new BoardForm(0, "", LocalDate.now(this.clock), null, true, 30));
		return shown(0, true, model);
	}

	@PostMapping
	String add(Actor actor, @ModelAttribute BoardForm boardForm, BindingResult errors, Model model,
			RedirectAttributes flash) {
		if (errors.hasErrors()) {
			return shown(0, true, model);
		}
		try {
			this.boards.add(actor, boardForm.details());
		}
		catch (Refusal.Invalid ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return shown(0, true, model);
		}
		flash.addFlashAttribute("done", "已开设专栏。");
		return "redirect:" + PATH;
	}

	@GetMapping("/{id}")
	String show(@PathVariable long id, Model model) {
		Board board = found(id);
		model.addAttribute("boardForm", new BoardForm(board.revision(), board.title(), board.opensOn(),
				board.closesOn(), board.isPublic(), board.freshDays()));
		return shown(id, board.isCampaign(), model);
	}

	@PostMapping("/{id}")
	String change(Actor actor, @PathVariable long id, @ModelAttribute BoardForm boardForm, BindingResult errors,
			Model model, RedirectAttributes flash) {
		Board board = found(id);
		if (errors.hasErrors()) {
			return shown(id, board.isCampaign(), model);
		}
		try {
			this.boards.change(actor, new BoardId(id), boardForm.revision(), boardForm.details());
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return shown(id, board.isCampaign(), model);
		}
		flash.addFlashAttribute("done", "已保存，马上生效。");
		return "redirect:" + PATH;
	}

	private Board found(long id) {
		return this.boards.find(new BoardId(id)).orElseThrow(() -> new Refusal.NotFound("board.no-such-board"));
	}

	private static String shown(long id, boolean isCampaign, Model model) {
		model.addAttribute("id", id);
		model.addAttribute("campaign", isCampaign);
		return EDIT;
	}

	/** What is typed about a board. */
	record BoardForm(int revision, @Nullable String title,
			@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate opensOn,
			@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate closesOn, boolean open,
			@Nullable Integer freshDays) {

		BoardDetails details() {
			return new BoardDetails((this.title != null) ? this.title : "", this.opensOn, this.closesOn, this.open,
					null, Objects.requireNonNullElse(this.freshDays, 0));
		}

	}

}
