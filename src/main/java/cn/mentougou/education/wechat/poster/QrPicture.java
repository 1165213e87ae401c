package cn.mentougou.education.wechat.poster;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as a picture of whole pixels, with the quiet zone that scanners need. It
 * bears that a sixth of it is dirty or torn.
 */
public final class QrPicture {

	private static final int QUIET = 4;

	private final ByteMatrix modules;

	private QrPicture(ByteMatrix modules) {
		this.modules = modules;
	}

	/** The code that holds this address. */
	public static QrPicture of(String url) {
		try {
			return new QrPicture(
					Encoder.encode(url, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
						.getMatrix());
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException("an address that no QR code holds", ex);
		}
	}

	/** Modules in a row, with the quiet zone. */
	public int modules() {
		return this.modules.getWidth() + 2 * QUIET;
	}

	/** Draws it with its upper left corner here. */
	public void draw(Graphics2D graphics, int x, int y, int pixelsPerModule) {
		int side = modules() * pixelsPerModule;
		graphics.setColor(Color.WHITE);
		graphics.fillRect(x, y, side, side);
		graphics.setColor(Color.BLACK);
		for (int row = 0; row < this.modules.getHeight(); row++) {
			for (int column = 0; column < this.modules.getWidth(); column++) {
				if (this.modules.get(column, row) == 1) {
					graphics.fillRect(x + (column + QUIET) * pixelsPerModule, y + (row + QUIET) * pixelsPerModule,
							pixelsPerModule, pixelsPerModule);
				}
			}
		}
	}

	/** The picture as a PNG. */
	public byte[] png(int pixelsPerModule) {
		int side = modules() * pixelsPerModule;
		BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
		Graphics2D graphics = picture.createGraphics();
		draw(graphics, 0, 0, pixelsPerModule);
		graphics.dispose();
		return png(picture);
	}

	/** A picture as a PNG. */
	public static byte[] png(BufferedImage picture) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
