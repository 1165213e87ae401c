package cn.mentougou.education.office.door;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import cn.mentougou.education.office.credential.RecoveryCode;
import cn.mentougou.education.office.signin.OwnPasswords;
import cn.mentougou.education.office.signin.SecondFactors;
import cn.mentougou.education.shared.Refusal;

/** What is asked once at the door: a password of one's own, a second factor. */
@Controller
class FirstStepsController {

	private static final String PASSWORD = "door/new-password";

	private static final String SECOND_FACTOR = "door/second-factor";

	private final Arrival arrival;

	private final OwnPasswords passwords;

	private final SecondFactors factors;

	private final Enrolment enrolment;

	private final Sentences sentences;

	FirstStepsController(Arrival arrival, OwnPasswords passwords, SecondFactors factors, Enrolment enrolment,
			Sentences sentences) {
		this.arrival = arrival;
		this.passwords = passwords;
		this.factors = factors;
		this.enrolment = enrolment;
		this.sentences = sentences;
	}

	@GetMapping("/console/sign-in/password")
	String password(HttpServletRequest request) {
		return at(request, Arrival.Step.PASSWORD).isPresent() ? PASSWORD : this.arrival.onwards(request);
	}

	@PostMapping("/console/sign-in/password")
	String password(HttpServletRequest request, HttpServletResponse response, NewPassword typed, Model model) {
		Optional<Arrival.Arriving> arriving = at(request, Arrival.Step.PASSWORD);
		if (arriving.isEmpty()) {
			return this.arrival.onwards(request);
		}
		try {
			int version = this.passwords.change(this.arrival.actor(request, arriving.get()), typed.agreed(), null);
			return this.arrival.onwards(request, arriving.get().pending().changed(version));
		}
		catch (Refusal refusal) {
			this.sentences.show(refusal, model, response);
			return PASSWORD;
		}
	}

	@GetMapping("/console/sign-in/second-factor")
	String secondFactor(HttpServletRequest request, Model model) {
		Optional<Arrival.Arriving> arriving = at(request, Arrival.Step.SECOND_FACTOR);
		if (arriving.isEmpty()) {
			return this.arrival.onwards(request);
		}
		this.enrolment.show(request, arriving.get().signIn(), model);
		return SECOND_FACTOR;
	}

	/** The recovery codes are shown in the answer itself: they are kept nowhere. */
	@PostMapping("/console/sign-in/second-factor")
	String secondFactor(HttpServletRequest request, HttpServletResponse response,
			@RequestParam(defaultValue = "") String code, Model model) {
		Optional<Arrival.Arriving> found = at(request, Arrival.Step.SECOND_FACTOR);
		if (found.isEmpty()) {
			return this.arrival.onwards(request);
		}
		Arrival.Arriving arriving = found.get();
		try {
			List<RecoveryCode> codes = this.factors.enrol(this.arrival.actor(request, arriving),
					this.enrolment.secret(request, arriving.signIn()), code);
			this.enrolment.finish(request);
			this.arrival.onwards(request, arriving.pending().proved(SecondFactors.Kind.APPLICATION));
			model.addAttribute("codes", codes);
			model.addAttribute("to", arriving.pending().to());
			return "door/recovery-codes";
		}
		catch (Refusal refusal) {
			this.sentences.show(refusal, model, response);
			this.enrolment.show(request, arriving.signIn(), model);
			return SECOND_FACTOR;
		}
	}

	private Optional<Arrival.Arriving> at(HttpServletRequest request, Arrival.Step step) {
		return this.arrival.arriving(request).filter((arriving) -> this.arrival.stepOf(arriving) == step);
	}

}
