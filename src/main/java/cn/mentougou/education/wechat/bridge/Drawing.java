package cn.mentougou.education.wechat.bridge;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import cn.mentougou.education.office.print.PrintFont;
import cn.mentougou.education.wechat.poster.QrPicture;

/**
 * Draws the picture that goes into the chat: a passive reply is either a picture or
 * words, so the sentence stands in the picture, under the code.
 */
final class Drawing {

	private static final int WIDTH = 720;

	private static final int HEIGHT = 900;

	private static final int CODE = 560;

	private Drawing() {
	}

	/** The picture as a PNG, some ten thousand bytes. */
	static byte[] of(String url) {
		BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
		Graphics2D graphics = picture.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, WIDTH, HEIGHT);
		QrPicture code = QrPicture.of(url);
		int pixels = CODE / code.modules();
		code.draw(graphics, (WIDTH - pixels * code.modules()) / 2, 110, pixels);
		graphics.setColor(Color.BLACK);
		try (PrintFont font = PrintFont.open()) {
			line(graphics, font, "“门头沟教育”服务号", 46, 84);
			line(graphics, font, "孩子的班级、咨询和申请都在服务号里，", 34, 720);
			line(graphics, font, "订阅号没有这些功能。", 34, 770);
			line(graphics, font, "长按图片，识别二维码。关注是自愿的。", 34, 840);
		}
		graphics.dispose();
		return QrPicture.png(picture);
	}

	private static void line(Graphics2D graphics, PrintFont font, String words, double size, double y) {
		font.draw(graphics, words, size, (WIDTH - font.width(words, size)) / 2, y);
	}

}
