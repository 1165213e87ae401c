package cn.mentougou.education.newsroom.article;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.jspecify.annotations.Nullable;

/**
 * A picture as the platform takes it: JPG or PNG of less than 1 MB (media/uploadimg). One
 * that is small enough goes as it is.
 *
 * @param bytes the file
 * @param ending what it is, {@code jpg} or {@code png}
 */
record ShrunkPicture(byte[] bytes, String ending) {

	/** Fewer bytes than this; a little less than the platform's 1 MB. */
	static final int MOST = 1_000_000;

	private static final int[] WIDTHS = { 1600, 1280, 1080, 800, 640, 480 };

	private static final float[] QUALITIES = { 0.85f, 0.7f, 0.55f };

	/** Decoded pictures are large. */
	private static final Semaphore TURN = new Semaphore(1, true);

	/**
	 * Makes it small enough.
	 * @param isJpeg whether it is a JPG; otherwise a PNG
	 * @throws IOException if it cannot be read
	 */
	static ShrunkPicture of(byte[] bytes, boolean isJpeg) throws IOException {
		if (bytes.length < MOST) {
			return new ShrunkPicture(bytes, isJpeg ? "jpg" : "png");
		}
		TURN.acquireUninterruptibly();
		try {
			@Nullable BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
			if (image == null) {
				throw new IOException("no picture");
			}
			return new ShrunkPicture(smallEnough(image), "jpg");
		}
		finally {
			TURN.release();
		}
	}

	private static byte[] smallEnough(BufferedImage image) throws IOException {
		for (int width : WIDTHS) {
			BufferedImage drawn = drawn(image, width);
			for (float quality : QUALITIES) {
				byte[] jpeg = jpeg(drawn, quality);
				if (jpeg.length < MOST) {
					return jpeg;
				}
			}
		}
		throw new IOException("a picture that cannot be made small");
	}

	/** On white: a JPG has no transparent places. */
	private static BufferedImage drawn(BufferedImage image, int most) {
		double scale = Math.min(1, (double) most / Math.max(image.getWidth(), image.getHeight() / 4));
		int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
		int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
		BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = drawn.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, width, height);
			graphics.drawImage(image, 0, 0, width, height, null);
		}
		finally {
			graphics.dispose();
		}
		return drawn;
	}

	private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(stream);
			ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionQuality(quality);
			writer.write(null, new IIOImage(image, null, null), param);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

}
