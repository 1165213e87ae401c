package cn.mentougou.education.office.door;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.session.CurrentSession;
import cn.mentougou.education.office.session.SessionId;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** 我的登录: one's own password, second factor and sessions. */
@Controller
@RequestMapping(MyselfConsoleController.PATH)
class MyselfConsoleController {

	static final String PATH = "/console/myself";

	private static final String BACK = "redirect:" + PATH;

	private static final String DONE = "done";

	private final OwnSignIn own;

	private final Departure departure;

	private final Sentences sentences;

	MyselfConsoleController(OwnSignIn own, Departure departure, Sentences sentences) {
		this.own = own;
		this.departure = departure;
		this.sentences = sentences;
	}

	@GetMapping
	String show(Actor actor, HttpServletRequest request, Model model) {
		model.addAttribute("own", this.own.view(actor));
		model.addAttribute("sessions", this.own.sessions(actor, CurrentSession.of(request)));
		return "door/myself";
	}

	@GetMapping("/password")
	String password() {
		return "door/own-password";
	}

	@PostMapping("/password")
	String password(Actor actor, HttpServletRequest request, HttpServletResponse response, NewPassword typed,
			Model model, RedirectAttributes flash) {
		try {
			this.own.changePassword(actor, typed, CurrentSession.of(request));
		}
		catch (Refusal refusal) {
			this.sentences.show(refusal, model, response);
			return "door/own-password";
		}
		flash.addFlashAttribute(DONE, this.sentences.of("door.done.password"));
		return BACK;
	}

	@GetMapping("/second-factor")
	String secondFactor(Actor actor, HttpServletRequest request, Model model) {
		this.own.showSecret(actor, request, model);
		return "door/own-second-factor";
	}

	@PostMapping("/second-factor")
	String secondFactor(Actor actor, HttpServletRequest request, HttpServletResponse response, Proof proof,
			Model model) {
		try {
			model.addAttribute("codes", this.own.enrol(actor, request, proof));
		}
		catch (Refusal refusal) {
			this.sentences.show(refusal, model, response);
			this.own.showSecret(actor, request, model);
			return "door/own-second-factor";
		}
		model.addAttribute("to", PATH);
		return "door/recovery-codes";
	}

	@GetMapping("/recovery-codes")
	String recoveryCodes() {
		return "door/own-recovery-codes";
	}

	@PostMapping("/recovery-codes")
	String recoveryCodes(Actor actor, HttpServletResponse response, Proof proof, Model model) {
		try {
			model.addAttribute("codes", this.own.renewCodes(actor, proof));
		}
		catch (Refusal refusal) {
			this.sentences.show(refusal, model, response);
			return "door/own-recovery-codes";
		}
		model.addAttribute("to", PATH);
		return "door/recovery-codes";
	}

	@PostMapping("/sessions/{session}/end")
	String end(Actor actor, @PathVariable long session, RedirectAttributes flash) {
		this.departure.end(actor, new SessionId(session));
		flash.addFlashAttribute(DONE, this.sentences.of("door.done.session"));
		return BACK;
	}

	@PostMapping("/sessions/end-others")
	String endOthers(Actor actor, HttpServletRequest request, RedirectAttributes flash) {
		this.departure.endOthers(actor, Objects.requireNonNull(CurrentSession.of(request)));
		flash.addFlashAttribute(DONE, this.sentences.of("door.done.sessions"));
		return BACK;
	}

	/**
	 * What proves that it is still the person who signed in.
	 *
	 * @param current the present password
	 * @param code the first code of a new second factor, where one is made
	 */
	record Proof(@Nullable String current, @Nullable String code) {

		String currentTyped() {
			return this.current != null ? this.current : "";
		}

		String codeTyped() {
			return this.code != null ? this.code : "";
		}

		/** Keeps what was typed out of every log. */
		@Override
		public String toString() {
			return "Proof";
		}

	}

}
