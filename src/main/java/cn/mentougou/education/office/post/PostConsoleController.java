package cn.mentougou.education.office.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.staff.Term;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** The posts for disclosure in the console. */
@Controller
class PostConsoleController {

	private static final String LIST = "redirect:/console/posts";

	private final DisclosurePosts posts;

	private final People people;

	private final Units units;

	private final Clock clock;

	PostConsoleController(DisclosurePosts posts, People people, Units units, Clock clock) {
		this.posts = posts;
		this.people = people;
		this.units = units;
		this.clock = clock;
	}

	@GetMapping("/console/posts")
	String list(Actor actor, @RequestParam @Nullable String after,
			@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day, Model model) {
		long before = Cursor.byId(after).map(Cursor::id).orElse(Long.MAX_VALUE);
		model.addAttribute("page", KeyPage.of(views(actor, this.posts.list(before, KeyPage.ROWS + 1)), KeyPage.ROWS,
				(line) -> Cursor.of(line.post().id())));
		LocalDate shown = (day != null) ? day : today();
		model.addAttribute("day", shown);
		model.addAttribute("today", today());
		model.addAttribute("count", this.posts.countOn(shown));
		return "post/list";
	}

	@GetMapping("/console/posts/new")
	String blank(Model model) {
		model.addAttribute("postForm", new PostForm(null, null, null, null, null));
		return filled(model);
	}

	@PostMapping("/console/posts")
	String give(Actor actor, @ModelAttribute PostForm postForm, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			return filled(model);
		}
		try {
			if (postForm.kind() == null) {
				throw new Refusal.Invalid("post.kind-missing");
			}
			Person person = this.people.one((postForm.name() != null) ? postForm.name() : "", postForm.phone());
			this.posts.give(actor, person.id(), postForm.kind(),
					new Term((postForm.from() != null) ? postForm.from() : today(), postForm.until()));
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			errors.reject(ex.code(), ex.arguments().toArray(), null);
			return filled(model);
		}
		redirect.addFlashAttribute("done", "已登记。");
		return LIST;
	}

	@PostMapping("/console/posts/{id}/end")
	String end(Actor actor, @PathVariable long id,
			@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until, RedirectAttributes redirect) {
		this.posts.end(actor, id, until);
		redirect.addFlashAttribute("done", "已结束，最后一天是 " + until + "。");
		return LIST;
	}

	/** Rows of units that the clerk does not look after say a number and no name. */
	private List<PostView> views(Actor actor, List<DisclosurePost> posts) {
		Map<PersonId, Person> known = this.people.byIds(posts.stream().map(DisclosurePost::person).toList());
		return posts.stream().map((post) -> {
			Person person = Objects.requireNonNull(known.get(post.person()));
			boolean mine = actor.holds(Role.DISCLOSURE_CLERK, person.unit());
			String unit = this.units.find(person.unit()).map(Unit::name).orElse("");
			boolean open = post.untilOn() == null || post.untilOn().isAfter(today());
			return new PostView(post, mine ? person.name() : "其他单位人员", mine ? unit : "", mine && open);
		}).toList();
	}

	private String filled(Model model) {
		model.addAttribute("kinds", Arrays.stream(PostKind.values())
			.collect(Collectors.toMap(PostKind::name, PostKind::title, (one, two) -> one, LinkedHashMap::new)));
		return "post/new";
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
