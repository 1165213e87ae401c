package cn.mentougou.education.newsroom.draft;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.newsroom.board.BoardId;
import cn.mentougou.education.newsroom.markup.NewsLimits;
import cn.mentougou.education.newsroom.markup.NewsMarkup;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.Release;
import cn.mentougou.education.newsroom.news.Releases;
import cn.mentougou.education.newsroom.news.Source;
import cn.mentougou.education.newsroom.provenance.Provenance;
import cn.mentougou.education.newsroom.provenance.Reprint;
import cn.mentougou.education.newsroom.provenance.Reprint.Decision;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.review.ReviewApproved;
import cn.mentougou.education.office.review.ReviewGivenBack;
import cn.mentougou.education.office.review.ReviewSubject;
import cn.mentougou.education.office.review.ReviewVoided;
import cn.mentougou.education.office.review.Reviewable;
import cn.mentougou.education.office.review.Reviews;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/**
 * The way of an item from its author to the public. Whoever changes an item and its
 * review locks the review first, as the reviews themselves do.
 */
@Component
@EnableConfigurationProperties(NewsLimits.class)
public class NewsReviews implements Reviewable {

	private static final Actor RELEASE = Actor.system("news:release");

	private final ItemMapper items;

	private final NewsVersionMapper versions;

	private final Obstacles obstacles;

	private final Provenance provenance;

	private final Releases releases;

	private final Reviews reviews;

	private final Clock clock;

	NewsReviews(ItemMapper items, NewsVersionMapper versions, Obstacles obstacles, Provenance provenance,
			Releases releases, Reviews reviews, Clock clock) {
		this.items = items;
		this.versions = versions;
		this.obstacles = obstacles;
		this.provenance = provenance;
		this.releases = releases;
		this.reviews = reviews;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return Releases.KIND;
	}

	@Override
	public String title() {
		return "新闻";
	}

	/** The hash is taken of what stands in the database at this moment. */
	@Override
	public Optional<ReviewSubject> find(String id) {
		if (!id.matches("\\d{1,18}")) {
			return Optional.empty();
		}
		return this.items.find(Long.parseLong(id)).filter((item) -> item.stage() != Stage.WITHDRAWN).map((item) -> {
			NewsDraft draft = working(item).draft();
			return new ReviewSubject(Releases.KIND, id, item.version(), item.title(), ContentHash.of(draft),
					item.unitId(), this.items.authorsOf(item.id()),
					"/console/news/" + item.id() + "/versions/" + item.version());
		});
	}

	@Override
	public List<AttachmentId> files(String id) {
		return this.items.find(Long.parseLong(id))
			.map((item) -> working(item).draft().files().stream().map(AttachmentId::new).toList())
			.orElse(List.of());
	}

	/**
	 * Hands in what people work on.
	 * @throws Refusal.Conflict if something must be done before
	 */
	@Transactional
	public void submit(Actor actor, NewsId id) {
		NewsItem seen = item(id);
		Drafts.requireWriter(actor, seen);
		NewsVersion version = working(seen).version();
		if (!this.obstacles.of(id, version).isEmpty()) {
			throw new Refusal.Conflict("draft.obstacles");
		}
		this.reviews.submit(actor, Releases.KIND, id.text());
		NewsItem item = this.items.hold(id.value()).orElseThrow();
		boolean isFrozen = working(item).frozenAt() != null;
		if (item.revision() != seen.revision() || (!isFrozen
				&& this.versions.freeze(item.id(), item.version(), version.contentHash(), this.clock.instant()) != 1)) {
			throw new Refusal.Conflict("draft.changed-meanwhile");
		}
		if (item.stage().maySubmit()) {
			this.items.stage(item.id(), Stage.SUBMITTED);
		}
	}

	/** Says that what people work on agrees with that document. */
	@Transactional
	public void checkFacts(Actor actor, NewsId id, String contentHash, String document) {
		NewsItem item = item(id);
		Drafts.requireWriter(actor, item);
		if (!working(item).contentHash().equals(contentHash)) {
			throw new Refusal.Conflict("draft.changed-meanwhile");
		}
		this.provenance.check(actor, id, contentHash, document);
	}

	/** Decides about a reprint; one that stops loses what was reviewed of it. */
	@Transactional
	public void decideReprint(Actor actor, NewsId id, Reprint reprint) {
		Drafts.requireWriter(actor, item(id));
		if (reprint.decision() == Decision.STOP) {
			this.reviews.contentChanged(Releases.KIND, id.text(), "");
		}
		this.provenance.decide(actor, id, reprint);
	}

	/**
	 * Withdraws what is shown (撤回). Editors and leaders may.
	 * @param reason why, as the public will read it
	 */
	@Transactional
	public void withdraw(Actor actor, NewsId id, String reason) {
		NewsItem item = item(id);
		if (actor.reach(Role.EDITOR).stream().noneMatch((unit) -> unit.value() == item.unitId())
				&& actor.reach(Role.LEADER).stream().noneMatch((unit) -> unit.value() == item.unitId())) {
			throw new Refusal.Forbidden("draft.not-yours");
		}
		this.reviews.contentChanged(Releases.KIND, id.text(), "");
		this.releases.withdraw(actor, id, reason);
		this.items.stage(id.value(), Stage.WITHDRAWN);
	}

	/**
	 * What the leader approves is shown from this very moment, or not approved at all.
	 */
	@EventListener
	void on(ReviewApproved approved) {
		if (!approved.kind().equals(Releases.KIND)) {
			return;
		}
		NewsItem item = this.items.hold(Long.parseLong(approved.id())).orElseThrow();
		NewsVersionMapper.Row version = working(item);
		if (!ContentHash.of(version.draft()).equals(approved.contentHash()) || this.versions.approve(item.id(),
				item.version(), approved.contentHash(), this.clock.instant()) != 1) {
			throw new Refusal.Conflict("draft.changed-meanwhile");
		}
		this.items.stage(item.id(), Stage.APPROVED);
		this.releases.release(RELEASE, release(new NewsId(item.id()), version));
	}

	@EventListener
	void on(ReviewGivenBack back) {
		if (back.kind().equals(Releases.KIND)) {
			NewsItem item = this.items.hold(Long.parseLong(back.id())).orElseThrow();
			if (item.stage() == Stage.APPROVED) {
				this.releases.hide(new NewsId(item.id()));
			}
			this.items.stage(item.id(), Stage.RETURNED);
		}
	}

	/** It was edited: who lists items sees it at once. */
	@EventListener
	void on(ReviewVoided voided) {
		if (voided.kind().equals(Releases.KIND)) {
			NewsItem item = this.items.find(Long.parseLong(voided.id())).orElseThrow();
			if (item.stage() == Stage.SUBMITTED || item.stage() == Stage.APPROVED) {
				this.items.stage(item.id(), Stage.CHANGED);
			}
		}
	}

	private static Release release(NewsId id, NewsVersionMapper.Row version) {
		NewsDraft draft = version.draft();
		Long cover = draft.cover();
		String outlet = draft.sourceOutlet();
		String body = NewsMarkup.clean(draft.shownBody());
		return new Release(id, version.number(), version.contentHash(), draft.title(), draft.author(), draft.digest(),
				body, draft.level(), draft.boards().stream().map(BoardId::new).toList(),
				(outlet != null) ? new Source(outlet, draft.sourceOn(), draft.sourceLink()) : null,
				(cover != null) ? new AttachmentId(cover) : null,
				draft.attachments().stream().map(AttachmentId::new).toList(),
				NewsDraft.pictures(body).stream().map(AttachmentId::new).toList(), draft.aiUse() == AiUse.USED,
				draft.correction());
	}

	private NewsItem item(NewsId id) {
		return this.items.find(id.value()).orElseThrow(() -> new Refusal.NotFound("draft.no-such-item"));
	}

	private NewsVersionMapper.Row working(NewsItem item) {
		return this.versions.find(item.id(), item.version()).orElseThrow();
	}

}
