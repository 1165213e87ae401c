package cn.mentougou.education.newsroom.provenance;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.provenance.Reprint.Decision;
import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** The desk of checked facts and of reprints; whoever calls has asked who may. */
@Component
public class Provenance {

	private static final int LONGEST = 300;

	private final ProvenanceMapper mapper;

	private final Audit audit;

	private final Clock clock;

	Provenance(ProvenanceMapper mapper, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.audit = audit;
		this.clock = clock;
	}

	/** The checks of an item, the latest first. */
	public List<FactCheck> checksOf(NewsId id) {
		return this.mapper.checksOf(id.value());
	}

	/** The check of exactly this content. */
	public Optional<FactCheck> checkOf(NewsId id, String contentHash) {
		return checksOf(id).stream().filter((check) -> check.contentHash().equals(contentHash)).findFirst();
	}

	/** Says that this content agrees with that document. */
	@Transactional
	public void check(Actor actor, NewsId id, String contentHash, String document) {
		String text = document.strip();
		if (text.isEmpty() || text.length() > LONGEST) {
			throw new Refusal.Invalid("provenance.document", LONGEST);
		}
		this.mapper.check(id.value(), new FactCheck(contentHash, text, actor.id(), this.clock.instant()));
		this.audit.record(AuditEntry.done(actor, "news.facts-checked", "news", id.value()));
	}

	/** What is known of a reprint; empty if the item is our own. */
	public Optional<Reprint> reprint(NewsId id) {
		return this.mapper.reprint(id.value());
	}

	/** Decides whether a reprint goes on. */
	@Transactional
	public void decide(Actor actor, NewsId id, Reprint reprint) {
		if (reprint.decision() == Decision.OPEN || reprint.reason().isBlank()) {
			throw new Refusal.Invalid("provenance.decision");
		}
		if (reprint.reason().length() > LONGEST || reprint.permission().length() > LONGEST) {
			throw new Refusal.Invalid("provenance.too-long", LONGEST);
		}
		Originality said = reprint(id).map(Reprint::originality).orElse(Originality.UNKNOWN);
		this.mapper.putReprint(id.value(), new Reprint(reprint.listedOn(), reprint.permission().strip(), said,
				reprint.decision(), reprint.reason().strip(), actor.id(), this.clock.instant()));
		this.audit.record(AuditEntry.done(actor, "news.reprint-decided", "news", id.value())
			.with("decision", reprint.decision())
			.with("listed", reprint.listedOn() != null));
	}

	/** Notes what the platform's originality check said of an item. */
	@Transactional
	public void originality(NewsId id, Originality originality) {
		if (this.mapper.originality(id.value(), originality) == 0) {
			this.mapper.putReprint(id.value(), new Reprint(null, "", originality, Decision.OPEN, "", null, null));
		}
	}

}
