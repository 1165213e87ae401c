package cn.mentougou.education.office.credential;

import java.util.Map;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

import cn.mentougou.education.shared.Refusal;

/**
 * A QR code as the path of an SVG picture: one square a dark module, sharp at every size.
 *
 * @param size modules in a row, with the quiet zone
 * @param path the path's data
 */
public record QrCode(int size, String path) {

	private static final int QUIET = 4;

	/** The code that holds this text. */
	public static QrCode of(String text) {
		try {
			ByteMatrix modules = Encoder
				.encode(text, ErrorCorrectionLevel.L, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
				.getMatrix();
			StringBuilder path = new StringBuilder();
			for (int y = 0; y < modules.getHeight(); y++) {
				for (int x = 0; x < modules.getWidth(); x++) {
					if (modules.get(x, y) == 1) {
						path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
					}
				}
			}
			return new QrCode(modules.getWidth() + 2 * QUIET, path.toString());
		}
		catch (WriterException ex) {
			throw new Refusal.Invalid("credential.qr-too-long");
		}
	}

}
