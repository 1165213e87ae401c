package cn.mentougou.education.office.admission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.signin.SignInSearch;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;

/** The page of the sign-ins, for the security administrator. */
@Controller
@RequestMapping("/console/sign-ins")
class SignInsConsoleController {

	private static final String NEW = "admission/new";

	private final SignInKeeping keeping;

	private final People people;

	private final MessageSource messages;

	SignInsConsoleController(SignInKeeping keeping, People people, MessageSource messages) {
		this.keeping = keeping;
		this.people = people;
		this.messages = messages;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(defaultValue = "ALL") SignInSearch.Kind kind,
			@RequestParam(defaultValue = "") String name, @RequestParam @Nullable String after, Model model) {
		List<PersonId> named = name.isBlank() ? null : this.people.named(name).stream().map(Person::id).toList();
		long from = Cursor.byId(after).map(Cursor::id).orElse(0L);
		List<SignInView> rows = named != null && named.isEmpty() ? List.of()
				: this.keeping.list(actor, new SignInSearch(kind, named, from, KeyPage.ROWS + 1));
		model.addAttribute("page", KeyPage.of(rows, KeyPage.ROWS, (row) -> Cursor.of(row.id())));
		model.addAttribute("kinds", SignInSearch.Kind.values());
		model.addAttribute("kind", kind);
		model.addAttribute("name", name);
		return "admission/list";
	}

	@GetMapping("/new")
	String create(Model model) {
		model.addAttribute("form", new NewSignInForm("", "", ""));
		return NEW;
	}

	/** The first password is shown in the answer itself: it is kept nowhere. */
	@PostMapping("/new")
	String create(Actor actor, NewSignInForm form, Model model, HttpServletResponse response) {
		try {
			Person person = this.people.one(form.nameTyped(), form.phone());
			model.addAttribute("password", this.keeping.create(actor, person.id(), form.usernameTyped()));
			model.addAttribute("signIn", this.keeping.view(actor, person.id()));
			return "admission/one-time-password";
		}
		catch (Refusal.Invalid | Refusal.Conflict refusal) {
			model.addAttribute("problem", sentence(refusal));
			model.addAttribute("form", form);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return NEW;
		}
	}

	@GetMapping("/{person}")
	String show(Actor actor, @PathVariable long person, Model model) {
		PersonId id = new PersonId(person);
		model.addAttribute("signIn", this.keeping.view(actor, id));
		model.addAttribute("sessions", this.keeping.sessions(id));
		Map<String, String> remedies = this.keeping.remediesFor(actor, id)
			.stream()
			.collect(Collectors.toMap(Remedy::path, Remedy::verb, (one, other) -> one, LinkedHashMap::new));
		model.addAttribute("remedies", remedies);
		return "admission/show";
	}

	@GetMapping("/{person}/{remedy}")
	ModelAndView confirm(Actor actor, @PathVariable long person, @PathVariable String remedy) {
		return remedy(remedy).confirmation(this.keeping.view(actor, new PersonId(person))).page();
	}

	@PostMapping("/{person}/{remedy}")
	String act(Actor actor, @PathVariable long person, @PathVariable String remedy, Model model,
			RedirectAttributes flash) {
		PersonId id = new PersonId(person);
		SignInView signIn = this.keeping.view(actor, id);
		String password = this.keeping.apply(actor, id, remedy(remedy));
		if (password != null) {
			model.addAttribute("password", password);
			model.addAttribute("signIn", signIn);
			return "admission/one-time-password";
		}
		flash.addFlashAttribute("done", "“" + signIn.name() + "”：" + remedy(remedy).verb() + "，已办好。");
		return "redirect:/console/sign-ins/" + person;
	}

	private String sentence(Refusal refusal) {
		return this.messages.getMessage(refusal.code(), refusal.arguments().toArray(), Locale.SIMPLIFIED_CHINESE);
	}

	private static Remedy remedy(String path) {
		return Remedy.of(path).orElseThrow(() -> new Refusal.NotFound("console.no-such-thing"));
	}

	/**
	 * A sign-in to be given.
	 *
	 * @param name the person's whole name
	 * @param phone the person's phone, if several have the name
	 * @param username the name that will be typed
	 */
	record NewSignInForm(@Nullable String name, @Nullable String phone, @Nullable String username) {

		String nameTyped() {
			return this.name != null ? this.name : "";
		}

		String usernameTyped() {
			return this.username != null ? this.username : "";
		}

		/** Keeps what was typed out of every log. */
		@Override
		public String toString() {
			return "NewSignInForm";
		}

	}

}
