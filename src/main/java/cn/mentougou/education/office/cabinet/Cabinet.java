package cn.mentougou.education.office.cabinet;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Refusal;

/** Keeps contents. It takes constant memory, however long they are. */
public class Cabinet {

	private static final Logger logger = LoggerFactory.getLogger(Cabinet.class);

	private final Vault vault;

	private final LookupIndex index;

	private final CabinetRooms rooms;

	Cabinet(Vault vault, LookupIndex index, CabinetRooms rooms) {
		this.vault = vault;
		this.index = index;
		this.rooms = rooms;
	}

	/**
	 * Tells that files were kept before: from then on nothing is written into a directory
	 * that does not bear the mark, such as one whose disk was not mounted.
	 */
	public void expectMark() {
		this.rooms.expectMark();
	}

	/** Whether a content lies here. */
	public boolean holds(Address address) {
		return Files.exists(this.rooms.placeOf(address));
	}

	/** A new file in clear on this machine, for as long as something is examined. */
	public Path scratch() {
		try {
			return Files.createTempFile(this.rooms.scratch(), "incoming", "");
		}
		catch (IOException ex) {
			throw full(ex);
		}
	}

	/**
	 * Writes what comes into a scratch file.
	 * @throws Refusal.Invalid if it is longer than allowed, with this code and the limit
	 * in megabytes
	 */
	public void take(InputStream content, Path scratch, long most, String tooLong) {
		this.rooms.checkSpace(most);
		try (OutputStream out = Files.newOutputStream(scratch)) {
			byte[] buffer = new byte[16 * 1024];
			long length = 0;
			for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
				length += count;
				if (length > most) {
					throw new Refusal.Invalid(tooLong, most >> 20);
				}
				out.write(buffer, 0, count);
			}
		}
		catch (IOException ex) {
			throw full(ex);
		}
	}

	/** Where a content would lie. */
	public Address addressOf(Path clear) {
		try (InputStream file = Files.newInputStream(clear);
				DigestInputStream digest = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
			digest.transferTo(OutputStream.nullOutputStream());
			String hash = HexFormat.of().formatHex(digest.getMessageDigest().digest());
			return Address.of(this.index.of("attachment.content", hash));
		}
		catch (IOException ex) {
			throw full(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Keeps a content; when this returns it is on the disk. One that lies there already
	 * is left as it is.
	 */
	public void keep(Address address, Path clear) {
		if (holds(address)) {
			return;
		}
		try (InputStream content = Files.newInputStream(clear)) {
			write(address, content);
		}
		catch (IOException ex) {
			throw full(ex);
		}
	}

	private void write(Address address, InputStream content) throws IOException {
		this.rooms.checkMark();
		Path part = this.rooms.incoming().resolve(HexFormat.of().formatHex(RandomBytes.take(16)) + ".part");
		try {
			try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
					SealedOutput out = new SealedOutput(this.vault, address, Channels.newOutputStream(channel))) {
				content.transferTo(out);
				out.finish();
				channel.force(true);
			}
			Path place = this.rooms.placeOf(address);
			Path shelf = this.rooms.shelfOf(address);
			Files.createDirectories(shelf);
			Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
			CabinetRooms.force(shelf);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/** The content in clear. A changed file breaks off with an exception. */
	public InputStream open(Address address) {
		try {
			InputStream file = new BufferedInputStream(Files.newInputStream(this.rooms.placeOf(address)), 128 * 1024);
			return new SealedInput(this.vault, address, file);
		}
		catch (NoSuchFileException ex) {
			throw new Refusal.NotFound("attachment.content-missing");
		}
		catch (IOException ex) {
			throw new IllegalStateException("a file of the cabinet cannot be read", ex);
		}
	}

	/** Lets a content go. */
	public void remove(Address address) {
		try {
			Files.deleteIfExists(this.rooms.placeOf(address));
		}
		catch (IOException ex) {
			throw new IllegalStateException("a file of the cabinet cannot be deleted", ex);
		}
	}

	/** The first piece of a file as it lies there: all are sealed under its key. */
	public Seal sealOf(Address address) throws IOException {
		try (DataInputStream file = new DataInputStream(Files.newInputStream(this.rooms.placeOf(address)))) {
			file.skipNBytes(4);
			int length = file.readInt();
			return new Seal(SealedInput.next(file, length), SealedOutput.place(address, 0, length < 0));
		}
	}

	/** Seals a content again under the newest key. */
	public void reseal(Address address) throws IOException {
		try (InputStream content = open(address)) {
			write(address, content);
		}
	}

	/** Puts a content in clear where nginx serves it, under a name of its own. */
	public void publish(Address address, String name) {
		try (InputStream content = open(address)) {
			Path part = Files.createTempFile(this.rooms.incoming(), "public", ".part");
			try {
				Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
				CabinetRooms.letAllRead(part);
				Files.move(part, this.rooms.publicPlaceOf(name), StandardCopyOption.ATOMIC_MOVE);
			}
			finally {
				Files.deleteIfExists(part);
			}
		}
		catch (IOException ex) {
			throw full(ex);
		}
	}

	/** Whether the copy in clear is there. */
	public boolean isPublished(String name) {
		try {
			return Files.exists(this.rooms.publicPlaceOf(name));
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** The names of all copies in clear. */
	public List<String> published() {
		try (Stream<Path> files = Files.list(this.rooms.publicRoom())) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException("the published files cannot be listed", ex);
		}
	}

	/** Takes the copy in clear away. */
	public void withdraw(String name) {
		try {
			Files.deleteIfExists(this.rooms.publicPlaceOf(name));
		}
		catch (IOException ex) {
			throw new IllegalStateException("a published file cannot be deleted", ex);
		}
	}

	/** Removes what an interrupted upload left behind; how many files that were. */
	public int sweep() {
		return this.rooms.sweep();
	}

	private static Refusal full(IOException failure) {
		logger.error("附件没有写成：{}", failure.getClass().getSimpleName(), failure);
		return new Refusal.Conflict("attachment.no-space");
	}

	/**
	 * A sealed piece and the place it is bound to.
	 *
	 * @param sealed the piece
	 * @param place the place
	 */
	public record Seal(byte[] sealed, byte[] place) {
	}

}
