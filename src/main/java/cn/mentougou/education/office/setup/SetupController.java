package cn.mentougou.education.office.setup;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import cn.mentougou.education.office.console.ConsoleActor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/**
 * The pages of the first start. The word of a link stands in the query, which no access
 * log keeps.
 */
@Controller
class SetupController {

	/** Below the door of the console, which is open to people who are not signed in. */
	static final String PATH = "/console/sign-in/setup";

	private static final String BROWSER = "setup";

	private final Setup setup;

	SetupController(Setup setup) {
		this.setup = setup;
	}

	@GetMapping(PATH)
	String open(@RequestParam(defaultValue = "") String link,
			@CookieValue(name = BROWSER, required = false) @Nullable String browser, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		Word known = (browser != null) ? new Word(browser) : Word.random();
		if (browser == null) {
			response.addHeader(HttpHeaders.SET_COOKIE,
					ResponseCookie.from(BROWSER, known.text())
						.path(PATH)
						.httpOnly(true)
						.sameSite("Lax")
						.secure(request.isSecure())
						.maxAge(Duration.ofDays(30))
						.build()
						.toString());
		}
		try {
			LinkPurpose purpose = purpose(request, new Word(link), known);
			model.addAttribute("setupForm", SetupForm.of(link));
			return page(purpose, model);
		}
		catch (Refusal ex) {
			return refused(ex, response, model);
		}
	}

	@PostMapping(PATH)
	String use(@ModelAttribute SetupForm setupForm, BindingResult errors,
			@CookieValue(name = BROWSER, required = false) @Nullable String browser, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		if (browser == null) {
			return refused(new Refusal.Conflict("setup.no-cookie"), response, model);
		}
		LinkPurpose purpose;
		try {
			purpose = purpose(request, setupForm.word(), new Word(browser));
		}
		catch (Refusal ex) {
			return refused(ex, response, model);
		}
		try {
			return use(purpose, setupForm, new Word(browser), request, model);
		}
		catch (Refusal ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return page(purpose, model);
		}
	}

	private String use(LinkPurpose purpose, SetupForm form, Word browser, HttpServletRequest request, Model model) {
		if (purpose != LinkPurpose.BEGINNING) {
			this.setup.make(request.getRemoteAddr(), form.word(), browser, form);
			model.addAttribute("role", purpose.role().title());
			return "setup/made";
		}
		String base = ServletUriComponentsBuilder.fromContextPath(request)
			.path(PATH)
			.queryParam("link", "")
			.toUriString();
		Map<String, String> links = new LinkedHashMap<>();
		this.setup.begin(request.getRemoteAddr(), form.word(), SetupForm.typed(form.commission()))
			.forEach((role, word) -> links.put(role.title(), base + word.text()));
		model.addAttribute("links", links);
		return "setup/links";
	}

	/** Whoever is signed in is somebody already. */
	private LinkPurpose purpose(HttpServletRequest request, Word link, Word browser) {
		LinkPurpose purpose = this.setup.purposeOf(link, browser);
		if (purpose != LinkPurpose.BEGINNING && request.getAttribute(ConsoleActor.ATTRIBUTE) != null) {
			throw new Refusal.Conflict("setup.signed-in");
		}
		return purpose;
	}

	private String page(LinkPurpose purpose, Model model) {
		if (purpose == LinkPurpose.BEGINNING) {
			model.addAttribute("needsCommission", this.setup.needsCommission());
			model.addAttribute("missing", this.setup.missing().stream().map(Role::title).toList());
			return "setup/begin";
		}
		model.addAttribute("role", purpose.role().title());
		return "setup/administrator";
	}

	private static String refused(Refusal refusal, HttpServletResponse response, Model model) {
		response.setStatus((refusal instanceof Refusal.NotFound) ? HttpServletResponse.SC_NOT_FOUND
				: HttpServletResponse.SC_CONFLICT);
		model.addAttribute("code", refusal.code());
		return "setup/refused";
	}

}
