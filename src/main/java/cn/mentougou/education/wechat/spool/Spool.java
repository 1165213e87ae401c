package cn.mentougou.education.wechat.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.office.privacy.Vault;

/**
 * The desk of the spool. New records go to one file while those of another are replayed;
 * a record stays until its whole file has been replayed, so a crash repeats it rather
 * than losing it.
 */
public class Spool implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Spool.class);

	private static final String PLACE = "spool";

	/** How many are opened at a time. */
	private static final int STEP = 1000;

	private final Vault vault;

	private final long maxBytes;

	private final SpoolSlot slot;

	private final Map<String, Integer> pending = new ConcurrentHashMap<>();

	/** Many append at once; the files change only while nobody does. */
	private final ReadWriteLock changing = new ReentrantReadWriteLock();

	private SpoolFile current;

	private long replayingBytes;

	/** The numbers of the records of the file being replayed that are done. */
	private final Set<Integer> taken = ConcurrentHashMap.newKeySet();

	Spool(Vault vault, Path directory, long maxBytes) throws IOException {
		this.vault = vault;
		this.maxBytes = maxBytes;
		this.slot = SpoolSlot.in(directory);
		this.slot.adoptOrphans();
		this.current = new SpoolFile(this.slot.current());
		for (Path path : List.of(this.slot.replaying(), this.slot.current())) {
			if (Files.exists(path)) {
				SpoolFile.read(path).forEach((sealed) -> count(opened(sealed).sender(), 1));
			}
		}
		this.replayingBytes = Files.exists(this.slot.replaying()) ? Files.size(this.slot.replaying()) : 0;
	}

	/**
	 * Keeps a push; it is on the disk when this returns.
	 * @throws SpoolFull if the spool has reached its size or the disk takes no more
	 */
	public void append(SpooledPush push) {
		byte[] sealed = this.vault.seal(push.bytes(), PLACE.getBytes(StandardCharsets.US_ASCII));
		if (bytes() + SpoolFile.lengthOf(sealed) > this.maxBytes) {
			throw new SpoolFull("the spool has reached its size");
		}
		this.changing.readLock().lock();
		count(push.sender(), 1);
		try {
			file().append(sealed);
		}
		catch (IOException ex) {
			count(push.sender(), -1);
			throw new SpoolFull("the disk takes no more: " + ex.getMessage());
		}
		finally {
			this.changing.readLock().unlock();
		}
	}

	/** Whether something of this sender waits: what comes next must wait behind it. */
	public boolean isPending(String sender) {
		return this.pending.containsKey(sender);
	}

	/** Whether nothing waits. */
	public boolean isEmpty() {
		return this.pending.isEmpty();
	}

	/** How many bytes wait. */
	public synchronized long bytes() {
		return this.current.size() + this.replayingBytes;
	}

	/**
	 * Gives every waiting push to the consumer and forgets those that it took: many
	 * senders at once, each sender's oldest first. When it throws, the replay ends and
	 * the next one begins with what was not taken.
	 */
	public void replay(Consumer<SpooledPush> consumer) {
		try {
			while (hasReplaying() || rotate()) {
				List<byte[]> records = SpoolFile.read(this.slot.replaying());
				for (int from = 0; from < records.size(); from += STEP) {
					replay(records, from, Math.min(records.size(), from + STEP), consumer);
				}
				forgetReplayed();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void replay(List<byte[]> records, int from, int until, Consumer<SpooledPush> consumer) {
		Lanes lanes = new Lanes((waiting) -> {
			consumer.accept(waiting.push());
			count(waiting.push().sender(), -1);
			this.taken.add(waiting.number());
		});
		for (int number = from; number < until; number++) {
			if (!this.taken.contains(number)) {
				lanes.add(new Lanes.Waiting(number, opened(records.get(number))));
			}
		}
		lanes.run();
	}

	private boolean hasReplaying() {
		return Files.exists(this.slot.replaying());
	}

	private boolean rotate() throws IOException {
		this.changing.writeLock().lock();
		try {
			return isRotated();
		}
		finally {
			this.changing.writeLock().unlock();
		}
	}

	private synchronized boolean isRotated() throws IOException {
		if (this.current.size() == 0) {
			return false;
		}
		this.current.close();
		Files.move(this.slot.current(), this.slot.replaying(), StandardCopyOption.ATOMIC_MOVE);
		this.replayingBytes = Files.size(this.slot.replaying());
		this.taken.clear();
		this.current = new SpoolFile(this.slot.current());
		return true;
	}

	private synchronized void forgetReplayed() throws IOException {
		logger.info("spool: {} messages replayed", this.taken.size());
		Files.delete(this.slot.replaying());
		this.replayingBytes = 0;
		this.taken.clear();
	}

	private synchronized SpoolFile file() {
		return this.current;
	}

	private void count(String sender, int by) {
		this.pending.merge(sender, by, (before, change) -> before + change == 0 ? null : before + change);
	}

	private SpooledPush opened(byte[] sealed) {
		return SpooledPush.of(this.vault.open(sealed, PLACE.getBytes(StandardCharsets.US_ASCII)));
	}

	@Override
	public synchronized void close() throws IOException {
		this.current.close();
		this.slot.close();
	}

}
