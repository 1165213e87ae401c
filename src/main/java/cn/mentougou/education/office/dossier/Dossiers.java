package cn.mentougou.education.office.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKey;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.PersonalDataHolder.Item;
import cn.mentougou.education.office.retention.Deletions;
import cn.mentougou.education.office.retention.Hold;
import cn.mentougou.education.office.retention.Holds;
import cn.mentougou.education.office.retention.Registers;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** The desk of what is held about one person, across all registers. */
@Component
class Dossiers {

	private final Registers registers;

	private final Holds holds;

	private final Deletions deletions;

	private final Audit audit;

	private final Clock clock;

	Dossiers(Registers registers, Holds holds, Deletions deletions, Audit audit, Clock clock) {
		this.registers = registers;
		this.holds = holds;
		this.deletions = deletions;
		this.audit = audit;
		this.clock = clock;
	}

	/** Everything held about the person; registers that hold nothing are listed too. */
	Dossier export(Actor actor, PersonKeys keys) {
		PersonKeys followed = this.registers.followed(keys);
		List<Chapter> chapters = this.registers.all()
			.stream()
			.map((register) -> new Chapter(register.register(), register.title(), register.export(followed)))
			.toList();
		int items = chapters.stream().mapToInt((chapter) -> chapter.items().size()).sum();
		this.audit.recordAlone(AuditEntry.done(actor, "dossier.exported", "person", auditId(followed))
			.with("keys", kinds(followed))
			.with("items", items));
		return new Dossier(followed, this.clock.instant(), chapters);
	}

	/** What {@link #erase} would do now. */
	List<Result> rehearse(PersonKeys keys) {
		PersonKeys followed = free(keys);
		return erasedLast(followed).stream().map((register) -> result(register, followed, false)).toList();
	}

	/**
	 * Erases the person from every register that is not held.
	 * @throws Refusal.Conflict if the person is held
	 */
	List<Result> erase(Actor actor, PersonKeys keys) {
		PersonKeys followed = free(keys);
		Instant startedAt = this.clock.instant();
		// Written first: if the machine dies in the middle it is known that it was begun.
		this.audit.recordAlone(AuditEntry.done(actor, "dossier.erasure-begun", "person", auditId(followed))
			.with("keys", kinds(followed)));
		List<Result> results = new ArrayList<>();
		for (PersonalDataHolder register : erasedLast(followed)) {
			Result result = result(register, followed, true);
			Erasure erasure = result.erasure();
			if (erasure.rows() > 0 || !erasure.kept().isEmpty()) {
				this.deletions.requested(register.register(), startedAt, erasure);
				this.audit.recordAlone(AuditEntry.done(actor, "dossier.erased", "register", register.register())
					.with("rows", erasure.rows())
					.with("kept", erasure.kept().stream().mapToInt(Erasure.Kept::rows).sum()));
			}
			results.add(result);
		}
		return results;
	}

	private PersonKeys free(PersonKeys keys) {
		PersonKeys followed = this.registers.followed(keys);
		Hold hold = this.holds.on(followed).orElse(null);
		if (hold != null) {
			throw new Refusal.Conflict("retention.person-held", hold.id());
		}
		return followed;
	}

	private Result result(PersonalDataHolder register, PersonKeys keys, boolean isMeant) {
		if (this.holds.heldRegisters().contains(register.register())) {
			int rows = register.erasable(keys).rows();
			return new Result(register.title(), Erasure.NOTHING.keeping(rows, "整个登记簿有保留，解除之前不能删除"));
		}
		return new Result(register.title(), isMeant ? register.erase(keys) : register.erasable(keys));
	}

	/**
	 * Registers that lead from one key to another come last: stopped in the middle, the
	 * next run still finds the way.
	 */
	private List<PersonalDataHolder> erasedLast(PersonKeys keys) {
		return this.registers.all()
			.stream()
			.sorted(Comparator.comparing((register) -> !register.related(keys).isEmpty()))
			.toList();
	}

	/** The only key that is no personal data. */
	private static String auditId(PersonKeys keys) {
		return keys.of(PersonKey.Staff.class).stream().map(PersonKey.Staff::value).sorted().findFirst().orElse("-");
	}

	private static String kinds(PersonKeys keys) {
		return String.join(",", keys.all().stream().map(PersonKey::kind).distinct().sorted().toList());
	}

	/** A person's data, and by which keys they were found. */
	record Dossier(PersonKeys keys, Instant at, List<Chapter> chapters) {

		/** How many things are held. */
		int size() {
			return this.chapters.stream().mapToInt((chapter) -> chapter.items().size()).sum();
		}

		@Override
		public String toString() {
			return "Dossier[" + this.keys + "]";
		}

	}

	/** What one register holds about the person. */
	record Chapter(String register, String title, List<Item> items) {
	}

	/** What became, or would become, of a person's data in a register. */
	record Result(String title, Erasure erasure) {
	}

}
