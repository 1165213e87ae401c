package cn.mentougou.education.newsroom.pushdesk;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.LatePolicy;
import cn.mentougou.education.newsroom.push.PlanForm;
import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.Target;
import cn.mentougou.education.newsroom.push.Verb;
import cn.mentougou.education.shared.Refusal;

/**
 * A push as it is typed. The items stand in hidden fields in their order; the buttons of
 * the form send it and get it back changed, so that it works without scripts.
 *
 * @param account the account's AppID
 * @param at when it goes, Beijing time
 * @param verb mass send or publication
 * @param tag the number of a tag; empty for everybody
 * @param late what becomes of it when its time has passed
 * @param lateUntil until when it is sent late
 * @param items what goes, in order
 * @param add the item that a button adds
 * @param number the item that is added by its number
 * @param series the series it belongs to, or empty
 * @param revision which state of the push was seen; 0 for a new one
 */
record PushForm(@Nullable String account,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime at, @Nullable Verb verb,
		@Nullable String tag, LatePolicy.@Nullable Kind late,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime lateUntil,
		@Nullable List<Long> items, @Nullable Long add, @Nullable Long number, @Nullable String series, int revision) {

	private static final Pattern ACT = Pattern.compile("(up|down|remove):(\\d{1,2})");

	/** Nobody puts more into a draft, and a form is not read without end. */
	private static final int MOST_READ = 20;

	static PushForm blank(@Nullable String account, LocalDateTime at) {
		return new PushForm(account, at, Verb.MASS, null, LatePolicy.Kind.UNTIL, at.plusHours(2), List.of(), null, null,
				null, 0);
	}

	static PushForm of(PlanView plan) {
		Long tag = plan.target().tagId();
		return new PushForm(plan.appId(), PushWords.local(plan.slot()), plan.verb(),
				(tag != null) ? tag.toString() : null, plan.late().kind(),
				(plan.late().until() != null) ? PushWords.local(plan.late().until()) : null,
				plan.items().stream().map((item) -> item.id().value()).toList(), null, null, plan.series(),
				plan.revision());
	}

	/** The same with these items. */
	PushForm with(List<Long> order) {
		return new PushForm(this.account, this.at, this.verb, this.tag, this.late, this.lateUntil, order, null, null,
				this.series, this.revision);
	}

	/** What goes, in order. */
	List<NewsId> news() {
		return (this.items == null) ? List.of()
				: this.items.stream().filter((id) -> id != null).limit(MOST_READ).map(NewsId::new).toList();
	}

	/** The form after one of its buttons; anything else leaves it as it is. */
	PushForm after(String act) {
		List<Long> order = new ArrayList<>(news().stream().map(NewsId::value).toList());
		Long added = act.equals("add") ? this.add : act.equals("add-number") ? this.number : null;
		if (added != null) {
			order.add(added);
		}
		Matcher parts = ACT.matcher(act);
		if (parts.matches()) {
			move(order, parts.group(1), Integer.parseInt(parts.group(2)));
		}
		return with(order);
	}

	/** Where the keyboard goes on after that button. */
	static String focusAfter(String act, int count) {
		Matcher parts = ACT.matcher(act);
		if (!parts.matches()) {
			return act;
		}
		int at = Integer.parseInt(parts.group(2));
		return switch (parts.group(1)) {
			case "up" -> (at > 1) ? "up:" + (at - 1) : "down:0";
			case "down" -> (at + 2 < count) ? "down:" + (at + 1) : "up:" + (at + 1);
			default -> "add";
		};
	}

	private static void move(List<Long> order, String verb, int at) {
		if (at >= order.size()) {
			return;
		}
		switch (verb) {
			case "up" -> Collections.swap(order, at, Math.max(0, at - 1));
			case "down" -> Collections.swap(order, at, Math.min(order.size() - 1, at + 1));
			default -> order.remove(at);
		}
	}

	/**
	 * The push that is meant.
	 * @throws Refusal.Invalid if something is missing or cannot be read
	 */
	PlanForm plan() {
		if (this.account == null || this.account.isBlank()) {
			throw new Refusal.Invalid("pushdesk.account-missing");
		}
		if (this.at == null) {
			throw new Refusal.Invalid("pushdesk.time-missing");
		}
		if (news().size() > PlanForm.MOST_ITEMS) {
			throw new Refusal.Invalid("pushdesk.too-many-items", PlanForm.MOST_ITEMS);
		}
		String name = (this.series != null && !this.series.isBlank()) ? this.series : null;
		return new PlanForm(this.account, PushWords.instant(this.at), (this.verb != null) ? this.verb : Verb.MASS,
				target(), news(), policy(this.at), name);
	}

	private Target target() {
		if (this.tag == null || this.tag.isBlank()) {
			return Target.everybody();
		}
		if (!this.tag.strip().matches("\\d{1,9}")) {
			throw new Refusal.Invalid("pushdesk.tag-malformed");
		}
		return Target.tag(Long.parseLong(this.tag.strip()));
	}

	private LatePolicy policy(LocalDateTime slot) {
		if (this.late == LatePolicy.Kind.SKIP) {
			return LatePolicy.skip();
		}
		if (this.late != LatePolicy.Kind.UNTIL) {
			return LatePolicy.ask();
		}
		if (this.lateUntil == null || !this.lateUntil.isAfter(slot)) {
			throw new Refusal.Invalid("pushdesk.late-before-slot");
		}
		return LatePolicy.until(PushWords.instant(this.lateUntil));
	}

	/** The same push at another time; what is sent late keeps its distance. */
	static PlanForm moved(PlanView plan, LocalDateTime to) {
		PushForm form = of(plan);
		LocalDateTime until = form.lateUntil;
		LocalDateTime from = PushWords.local(plan.slot());
		LocalDateTime later = (until != null) ? to.plus(Duration.between(from, until)) : null;
		return new PushForm(form.account, to, form.verb, form.tag, form.late, later, form.items, null, null,
				form.series, form.revision)
			.plan();
	}

}
