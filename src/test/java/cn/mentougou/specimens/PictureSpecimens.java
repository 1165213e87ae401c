package cn.mentougou.specimens;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javax.imageio.ImageIO;

/** Pictures, and what calls itself one. */
public final class PictureSpecimens {

	private static final byte[] ARCHIVE = "PK\u0003\u0004 something else behind the picture"
		.getBytes(StandardCharsets.ISO_8859_1);

	private PictureSpecimens() {
	}

	static List<Specimen> all() {
		return List.of(Specimen.taken("plain photo", "a.jpg", () -> picture("jpg")),
				Specimen.taken("plain picture", "a.png", () -> picture("png")),
				Specimen.taken("plain animation", "a.gif", () -> picture("gif")),
				Specimen.taken("photo with its place (EXIF, GPS)", "a.jpg", PictureSpecimens::photoWithPlace,
						"PICTURE_CLEANED"),
				Specimen.taken("picture with its place", "a.png", () -> png(chunk("eXIf", gps())), "PICTURE_CLEANED"),
				Specimen.taken("picture with a text", "a.png",
						() -> png(chunk("tEXt", "Comment\0place".getBytes(StandardCharsets.ISO_8859_1))),
						"PICTURE_CLEANED"),
				Specimen.taken("photo with an archive behind it", "a.jpg", () -> Zips.joined(picture("jpg"), ARCHIVE),
						"TAIL_REMOVED"),
				Specimen.taken("picture with an archive behind it", "a.png", () -> Zips.joined(picture("png"), ARCHIVE),
						"TAIL_REMOVED"),
				Specimen.taken("animation with a script behind it", "a.gif",
						() -> Zips.joined(picture("gif"), "*/=1;alert(1)".getBytes(StandardCharsets.UTF_8)),
						"TAIL_REMOVED"),
				Specimen.taken("photo called png", "a.png", () -> picture("jpg")),
				Specimen.taken("text in a chunk that inflates to 200 MB", "a.png",
						() -> png(chunk("zTXt", Zips.joined(new byte[] { 'c', 0, 0 }, zeros(200)))), "PICTURE_CLEANED"),
				picture("pixels beyond count, PNG", "a.png", "too-many-pixels", () -> header(100_000, 100_000)),
				picture("one endless row, PNG", "a.png", "too-many-pixels", () -> header(39_000_000, 1)),
				picture("pixels beyond count, JPG", "a.jpg", "too-many-pixels", PictureSpecimens::vastJpeg),
				picture("pixels beyond count, GIF", "a.gif", "too-many-pixels", PictureSpecimens::vastGif),
				picture("rows that are not there", "a.png", "damaged", () -> header(6000, 6000)),
				picture("photo cut in the middle", "a.jpg", "damaged", () -> half(picture("jpg"))),
				picture("picture cut in the middle", "a.png", "damaged", () -> half(picture("png"))),
				picture("photo of two thousand passes", "a.jpg", "too-complex", PictureSpecimens::manyScans),
				picture("three bytes of a photo", "a.jpg", "damaged",
						() -> new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF }),
				file("SVG called png", "a.png", "markup",
						() -> text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")),
				file("page called jpg", "a.jpg", "markup", () -> text("<!DOCTYPE html><script>alert(1)</script>")),
				file("WebP", "a.webp", "unusual-picture", () -> text("RIFF0000WEBPVP8 0000")),
				file("HEIC", "a.heic", "unusual-picture", () -> text("\0\0\0\u0018ftypheic\0\0\0\0")));
	}

	private static Specimen picture(String title, String name, String code, Specimen.Maker maker) {
		return Specimen.refused(title, name, "picture." + code, maker);
	}

	private static Specimen file(String title, String name, String code, Specimen.Maker maker) {
		return Specimen.refused(title, name, "inspection." + code, maker);
	}

	/** A small picture, wider than high, red at its left. */
	public static byte[] picture(String format) throws IOException {
		BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(Color.RED);
		graphics.fillRect(0, 0, 16, 32);
		graphics.dispose();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image, format, bytes);
		return bytes.toByteArray();
	}

	/** A photo that says where it was taken and that the camera was held upright. */
	public static byte[] photoWithPlace() throws IOException {
		byte[] photo = picture("jpg");
		byte[] exif = Zips.joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), gps());
		ByteBuffer head = ByteBuffer.allocate(6).putShort((short) 0xFFD8).putShort((short) 0xFFE1);
		head.putShort((short) (exif.length + 2));
		return Zips.joined(head.array(), exif, Arrays.copyOfRange(photo, 2, photo.length));
	}

	/** A TIFF structure: orientation 6 and a directory with a place. */
	private static byte[] gps() {
		ByteBuffer tiff = ByteBuffer.allocate(128).put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
		tiff.putShort((short) 2);
		tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0);
		tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
		tiff.putInt(0);
		tiff.putShort((short) 1).putShort((short) 1).putShort((short) 2).putInt(2).put((byte) 'N').put((byte) 0);
		return tiff.array();
	}

	private static byte[] png(byte[] chunk) throws IOException {
		byte[] png = picture("png");
		return Zips.joined(Arrays.copyOf(png, 33), chunk, Arrays.copyOfRange(png, 33, png.length));
	}

	private static byte[] chunk(String type, byte[] content) {
		byte[] body = Zips.joined(type.getBytes(StandardCharsets.ISO_8859_1), content);
		CRC32 crc = new CRC32();
		crc.update(body);
		return Zips.joined(ByteBuffer.allocate(4).putInt(content.length).array(), body,
				ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
	}

	/** A whole PNG of which the header promises more than there is. */
	private static byte[] header(int width, int height) throws IOException {
		ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2);
		return Zips.joined(Arrays.copyOf(picture("png"), 8), chunk("IHDR", header.array()), chunk("IDAT", zeros(0)),
				chunk("IEND", new byte[0]));
	}

	private static byte[] zeros(int megabytes) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
			byte[] zeros = new byte[1 << 20];
			for (int i = 0; i < megabytes; i++) {
				out.write(zeros);
			}
		}
		return bytes.toByteArray();
	}

	private static byte[] vastJpeg() throws IOException {
		byte[] photo = picture("jpg");
		for (int i = 2; i < photo.length - 9; i++) {
			if ((photo[i] & 0xFF) == 0xFF && (photo[i + 1] & 0xFF) == 0xC0) {
				ByteBuffer.wrap(photo).putShort(i + 5, (short) 60_000).putShort(i + 7, (short) 60_000);
				return photo;
			}
		}
		throw new IllegalStateException("no frame");
	}

	private static byte[] vastGif() throws IOException {
		byte[] gif = picture("gif");
		int colours = 3 << ((gif[10] & 7) + 1);
		int image = 13 + (((gif[10] & 0x80) != 0) ? colours : 0);
		while (gif[image] != 0x2C) {
			image++;
		}
		for (int i = image + 5; i < image + 9; i++) {
			gif[i] = (byte) 0xFF;
		}
		return gif;
	}

	/** Each scan makes a decoder go over the whole picture once more. */
	private static byte[] manyScans() throws IOException {
		byte[] photo = picture("jpg");
		int scan = 2;
		while ((photo[scan] & 0xFF) != 0xFF || (photo[scan + 1] & 0xFF) != 0xDA) {
			scan++;
		}
		byte[] once = Arrays.copyOfRange(photo, scan, photo.length - 2);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(photo, 0, scan);
		for (int i = 0; i < 2000; i++) {
			bytes.writeBytes(once);
		}
		bytes.write(photo, photo.length - 2, 2);
		return bytes.toByteArray();
	}

	private static byte[] half(byte[] bytes) {
		return Arrays.copyOf(bytes, bytes.length / 2);
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
