package cn.mentougou.education.wechat.poster;

import java.awt.image.BufferedImage;
import java.util.Map;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

/** A phone that scans. */
public final class QrReader {

	private QrReader() {
	}

	/** What stands in the code somewhere in this picture. */
	public static String read(BufferedImage picture) {
		int width = picture.getWidth();
		int height = picture.getHeight();
		int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
		try {
			return new QRCodeReader()
				.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
						Map.of(DecodeHintType.TRY_HARDER, true))
				.getText();
		}
		catch (NotFoundException ex) {
			return "no code to be seen";
		}
		catch (ReaderException ex) {
			return "unreadable: " + ex;
		}
	}

}
