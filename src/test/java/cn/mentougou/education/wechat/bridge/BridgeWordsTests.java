package cn.mentougou.education.wechat.bridge;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.mentougou.education.wechat.poster.QrReader;

import static org.assertj.core.api.Assertions.assertThat;

class BridgeWordsTests {

	@ParameterizedTest
	@ValueSource(strings = { "班级", " 班 级！", "服务号", "我的申请？", "孩子的班级。" })
	void wordsForWhatTheAccountCannotDoAreKnownHoweverTheyAreWritten(String words) {
		assertThat(BridgeWords.asks(words)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "招生", "班级里有几个孩子", "申请信息公开", "服务号服务号" })
	void otherWordsAreLeftToTheRules(String words) {
		assertThat(BridgeWords.asks(words)).isFalse();
		assertThat(BridgeWords.asks("班级".repeat(100_000))).isFalse();
	}

	@Test
	void pictureHoldsTheCodeAndTheSentence() throws IOException {
		byte[] png = Drawing.of("http://weixin.qq.com/q/02kZxL5sXndHk10000M07f");
		assertThat(png.length).isLessThan(200_000);
		BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
		assertThat(QrReader.read(picture)).isEqualTo("http://weixin.qq.com/q/02kZxL5sXndHk10000M07f");
		Files.write(Files.createDirectories(Path.of("target/screenshots")).resolve("service-account-picture.png"), png);
		assertThat(dark(picture, 690, 850)).as("words under the code").isGreaterThan(3000);
		assertThat(dark(picture, 30, 100)).as("words over the code").isGreaterThan(1500);
	}

	private static int dark(BufferedImage picture, int from, int until) {
		int dark = 0;
		for (int y = from; y < until; y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				dark += ((picture.getRGB(x, y) & 0xff) < 128) ? 1 : 0;
			}
		}
		return dark;
	}

}
