package cn.mentougou.education.office.door;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.mentougou.education.office.access.Destination;
import cn.mentougou.education.office.console.ConsoleActor;
import cn.mentougou.education.office.signin.SecondFactors;
import cn.mentougou.education.office.signin.SignIn;
import cn.mentougou.education.shared.Refusal;

/** The door: password, code, and the way out. */
@Controller
class DoorController {

	private static final String PASSWORD = "door/sign-in";

	private static final String CODE = "door/code";

	private final Guard guard;

	private final Arrival arrival;

	private final Departure departure;

	private final Sentences sentences;

	DoorController(Guard guard, Arrival arrival, Departure departure, Sentences sentences) {
		this.guard = guard;
		this.arrival = arrival;
		this.departure = departure;
		this.sentences = sentences;
	}

	@GetMapping("/console/sign-in")
	String door(HttpServletRequest request, @RequestParam @Nullable String to, @RequestParam @Nullable String over,
			Model model) {
		if (request.getAttribute(ConsoleActor.ATTRIBUTE) != null) {
			return "redirect:" + Destination.of(to);
		}
		model.addAttribute("to", Destination.of(to));
		model.addAttribute("over", this.sentences.over(over));
		return PASSWORD;
	}

	@PostMapping("/console/sign-in")
	String password(HttpServletRequest request, HttpServletResponse response, Credentials typed, Model model) {
		String to = Destination.of(typed.to());
		try {
			SignIn signIn = this.guard.password(typed.nameTyped(), typed.passwordTyped(), request.getRemoteAddr());
			return this.arrival.begin(request, signIn, to);
		}
		catch (Refusal refusal) {
			this.sentences.show(refusal, model, response);
			model.addAttribute("to", to);
			model.addAttribute("username", typed.nameTyped());
			return PASSWORD;
		}
	}

	@GetMapping("/console/sign-in/code")
	String code(HttpServletRequest request) {
		return at(request, Arrival.Step.CODE).isPresent() ? CODE : this.arrival.onwards(request);
	}

	@PostMapping("/console/sign-in/code")
	String code(HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String code,
			Model model) {
		Optional<Arrival.Arriving> arriving = at(request, Arrival.Step.CODE);
		if (arriving.isEmpty()) {
			return this.arrival.onwards(request);
		}
		try {
			SecondFactors.Kind proof = this.guard.code(arriving.get().signIn(), code, request.getRemoteAddr());
			return this.arrival.onwards(request, arriving.get().pending().proved(proof));
		}
		catch (Refusal refusal) {
			this.sentences.show(refusal, model, response);
			return CODE;
		}
	}

	private Optional<Arrival.Arriving> at(HttpServletRequest request, Arrival.Step step) {
		return this.arrival.arriving(request).filter((arriving) -> this.arrival.stepOf(arriving) == step);
	}

	@PostMapping("/console/sign-out")
	String leave(HttpServletRequest request) {
		this.departure.leave(request);
		return "redirect:/console/sign-in?over=left";
	}

	/**
	 * What was typed at the door.
	 *
	 * @param username the name
	 * @param password the password
	 * @param to where they want to go
	 */
	record Credentials(@Nullable String username, @Nullable String password, @Nullable String to) {

		String nameTyped() {
			return this.username != null ? this.username : "";
		}

		String passwordTyped() {
			return this.password != null ? this.password : "";
		}

		/** Keeps what was typed out of every log. */
		@Override
		public String toString() {
			return "Credentials";
		}

	}

}
