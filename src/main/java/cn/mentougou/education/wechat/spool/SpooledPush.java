package cn.mentougou.education.wechat.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A proven push that waits.
 *
 * @param appId the account
 * @param sender who wrote; later messages of the same sender wait behind this one
 * @param receivedAt when it arrived
 * @param correlationId the id under which it was logged
 * @param xml the message in clear
 */
public record SpooledPush(String appId, String sender, Instant receivedAt, String correlationId, byte[] xml) {

	byte[] bytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(this.xml.length + 128);
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeUTF(this.appId);
			out.writeUTF(this.sender);
			out.writeLong(this.receivedAt.toEpochMilli());
			out.writeUTF(this.correlationId);
			out.writeInt(this.xml.length);
			out.write(this.xml);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	static SpooledPush of(byte[] bytes) {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			return new SpooledPush(in.readUTF(), in.readUTF(), Instant.ofEpochMilli(in.readLong()), in.readUTF(),
					in.readNBytes(in.readInt()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Keeps the person and the text out of every log. */
	@Override
	public String toString() {
		return "SpooledPush[" + this.appId + " " + this.correlationId + "]";
	}

}
