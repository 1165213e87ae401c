package cn.mentougou.education.office.attachment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.cabinet.Address;
import cn.mentougou.education.office.cabinet.Cabinet;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/**
 * Lets go what nobody needs: files that nothing refers to any more, contents of no file,
 * and what interrupted uploads left behind.
 */
class AttachmentSweep {

	private static final int STEP = 100;

	/** Longer than any upload takes. */
	private static final Duration SETTLED = Duration.ofHours(1);

	private static final Actor SWEEP = Actor.system("job:attachment-sweep");

	private final Attachments attachments;

	private final AttachmentMapper mapper;

	private final ContentMapper contents;

	private final Cabinet cabinet;

	private final AttachmentSettings settings;

	private final Clock clock;

	private final TransactionTemplate transaction;

	AttachmentSweep(Attachments attachments, AttachmentMapper mapper, ContentMapper contents, Cabinet cabinet,
			AttachmentSettings settings, Clock clock, PlatformTransactionManager transactions) {
		this.attachments = attachments;
		this.mapper = mapper;
		this.contents = contents;
		this.cabinet = cabinet;
		this.settings = settings;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	void run() {
		Instant now = this.clock.instant();
		letUnusedGo(now.minus(this.settings.keepUnusedFor()));
		letContentsGo(now.minus(SETTLED));
		withdrawWhatIsPrivate();
		this.cabinet.sweep();
	}

	/** Copies in clear that a restore or a withdrawal in the middle left behind. */
	private void withdrawWhatIsPrivate() {
		for (String code : this.cabinet.published()) {
			if (this.mapper.findPublic(code).isEmpty()) {
				this.cabinet.withdraw(code);
			}
		}
	}

	private void letUnusedGo(Instant before) {
		List<Long> unused = this.mapper.listUnused(0, before, STEP);
		while (!unused.isEmpty()) {
			for (long id : unused) {
				try {
					this.attachments.delete(SWEEP, new AttachmentId(id));
				}
				catch (Refusal ex) {
					// Somebody refers to it since a moment ago.
				}
			}
			unused = this.mapper.listUnused(unused.get(unused.size() - 1), before, STEP);
		}
	}

	private void letContentsGo(Instant before) {
		List<String> unused = this.contents.listUnused(before, "", STEP);
		while (!unused.isEmpty()) {
			unused.forEach((address) -> letContentGo(address, before));
			unused = this.contents.listUnused(before, unused.get(unused.size() - 1), STEP);
		}
	}

	/** The row is locked while the file goes: an upload of the same content waits. */
	private void letContentGo(String address, Instant before) {
		this.transaction.executeWithoutResult((status) -> {
			if (this.contents.lockUnused(address, before).isPresent()) {
				this.cabinet.remove(new Address(address));
				this.contents.delete(address);
			}
		});
	}

}
