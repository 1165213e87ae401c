package cn.mentougou.education.office.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Semaphore;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;

import cn.mentougou.education.office.inspection.FileKind;
import cn.mentougou.education.office.inspection.FindingCode;
import cn.mentougou.education.office.inspection.Findings;
import cn.mentougou.education.shared.Refusal;

/** Draws pictures anew, one at a time. */
public final class Pictures {

	/** Larger ones are refused before they are decoded. */
	static final long MOST_PIXELS = 40_000_000;

	private static final int LONGEST_SIDE = 20_000;

	/** A printed page at 300 dots an inch; more is made smaller. */
	private static final int KEPT_SIDE = 3600;

	private static final long MOST_BYTES_DECODED = 64L << 20;

	private static final int MOST_SCANS = 100;

	private static final float QUALITY = 0.88f;

	private static final Semaphore TURN = new Semaphore(1, true);

	private Pictures() {
	}

	/**
	 * Draws a picture anew.
	 * @param from the picture as it came
	 * @param kind what it is
	 * @param to where the new one is written
	 * @param findings what was cleaned away
	 * @return what the new one is: a GIF becomes a PNG of its first frame
	 * @throws Refusal.Invalid if it is too large, damaged or of a rare sort
	 */
	public static FileKind redraw(Path from, FileKind kind, Path to, Findings findings) throws IOException {
		PictureFrame frame = FrameReader.read(from, kind);
		if (!frame.isComplete()) {
			throw new Refusal.Invalid("picture.damaged");
		}
		if (frame.scans() > MOST_SCANS) {
			throw new Refusal.Invalid("picture.too-complex");
		}
		FileKind kept = (kind == FileKind.JPEG) ? FileKind.JPEG : FileKind.PNG;
		TURN.acquireUninterruptibly();
		try {
			write(upright(decoded(from, kind), frame.orientation(), kept), kept, to.toFile());
		}
		finally {
			TURN.release();
		}
		if (frame.hasDetails()) {
			findings.add(FindingCode.PICTURE_CLEANED, "图片");
		}
		if (frame.hasTail()) {
			findings.add(FindingCode.TAIL_REMOVED, "图片");
		}
		return kept;
	}

	private static BufferedImage decoded(Path from, FileKind kind) throws IOException {
		ImageReader reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
		try (FileImageInputStream stream = new FileImageInputStream(from.toFile())) {
			reader.setInput(stream, true, true);
			int width = reader.getWidth(0);
			int height = reader.getHeight(0);
			if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
				throw new Refusal.Invalid("picture.too-many-pixels", MOST_PIXELS / 1_000_000);
			}
			ImageReadParam param = reader.getDefaultReadParam();
			int step = step((long) width * height, bytesOfPixel(reader));
			param.setSourceSubsampling(step, step, 0, 0);
			return reader.read(0, param);
		}
		catch (IOException | RuntimeException ex) {
			if (ex instanceof Refusal refusal) {
				throw refusal;
			}
			// The decoder's own words are of no use to anybody here.
			throw new Refusal.Invalid(isRare(ex) ? "picture.rare" : "picture.damaged");
		}
		finally {
			reader.dispose();
		}
	}

	private static boolean isRare(Exception failure) {
		return String.valueOf(failure.getMessage()).startsWith("Unsupported");
	}

	private static int bytesOfPixel(ImageReader reader) throws IOException {
		Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
		if (!types.hasNext()) {
			return 4;
		}
		SampleModel model = types.next().getSampleModel(1, 1);
		int bits = 0;
		for (int band = 0; band < model.getNumBands(); band++) {
			bits += model.getSampleSize(band);
		}
		return Math.max(1, bits / 8);
	}

	/** Every pixel is taken as long as they fit; otherwise every second, every third. */
	private static int step(long pixels, int bytesOfPixel) {
		int step = 1;
		while (pixels * bytesOfPixel / ((long) step * step) > MOST_BYTES_DECODED) {
			step++;
		}
		return step;
	}

	private static BufferedImage upright(BufferedImage image, int orientation, FileKind kind) {
		double scale = Math.min(1, (double) KEPT_SIDE / Math.max(image.getWidth(), image.getHeight()));
		int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
		int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
		boolean turned = orientation >= 5;
		boolean transparent = kind == FileKind.PNG && image.getColorModel().hasAlpha();
		BufferedImage drawn = new BufferedImage(turned ? height : width, turned ? width : height,
				transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = drawn.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			graphics.setTransform(turn(orientation, width, height));
			graphics.drawImage(image, 0, 0, width, height, null);
		}
		finally {
			graphics.dispose();
			image.flush();
		}
		return drawn;
	}

	/** EXIF 2.3, tag 0112: how the stored picture is brought upright. */
	private static AffineTransform turn(int orientation, int width, int height) {
		return switch (orientation) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
			case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
			default -> new AffineTransform();
		};
	}

	private static void write(BufferedImage image, FileKind kind, File to) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName(kind.name()).next();
		try (FileImageOutputStream stream = new FileImageOutputStream(to)) {
			writer.setOutput(stream);
			ImageWriteParam param = writer.getDefaultWriteParam();
			if (kind == FileKind.JPEG) {
				param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
				param.setCompressionQuality(QUALITY);
			}
			writer.write(null, new IIOImage(image, null, null), param);
		}
		finally {
			writer.dispose();
			image.flush();
		}
	}

}
