package cn.mentougou.education.wechat.poster;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import cn.mentougou.education.shared.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PosterTests {

	/** As long as those of the platform. */
	private static final String URL = "http://weixin.qq.com/q/02kZxL5sXndHk10000M07f";

	private static final List<String> STEPS = List.of("打开微信，点“扫一扫”，对准二维码", "第一次扫会先问您是否关注“门头沟教育”服务号；关注是自愿的，随时可以取消",
			"服务号马上发来一条消息，照着做就可以");

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	private static Poster poster(String title, String note, LocalDate until) {
		return new Poster(title, "永定河小学", note, URL, "申请进入孩子的班级，由班主任确认后与教师联系", STEPS, until, TODAY);
	}

	private static String text(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document).replaceAll("\\s", "");
		}
	}

	private static BufferedImage picture(byte[] pdf, float dotsPerInch) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getNumberOfPages()).isOne();
			return new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch);
		}
	}

	@ParameterizedTest
	@CsvSource({ "A4, 595, 842", "A5, 420, 595" })
	void posterIsOnePageOfItsPaperWithEveryWord(Paper paper, int width, int height) throws IOException {
		byte[] pdf = poster("三年级（2）班", "请在本周五前扫码", LocalDate.of(2027, 1, 31)).pdf(paper);
		Path folder = Files.createDirectories(Path.of("target/screenshots"));
		ImageIO.write(picture(pdf, 60), "png", folder.resolve("poster-" + paper + ".png").toFile());
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getNumberOfPages()).isOne();
			assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(width - 1f, width + 1f);
			assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(height - 1f, height + 1f);
		}
		assertThat(text(pdf)).contains("三年级（2）班", "永定河小学", "请在本周五前扫码", "用微信扫一扫", "扫码后可以申请进入孩子的班级，由班主任确认后与教师联系",
				"有效期至2027年1月31日", "关注是自愿的", "2026-11-24");
		assertThat(text(poster("三年级（2）班", "", null).pdf(paper))).contains("长期有效");
	}

	@ParameterizedTest
	@EnumSource(Paper.class)
	void everyFontIsEmbedded(Paper paper) throws IOException {
		try (PDDocument document = Loader.loadPDF(poster("二维码", "", null).pdf(paper))) {
			List<PDFont> fonts = new ArrayList<>();
			for (COSName name : document.getPage(0).getResources().getFontNames()) {
				fonts.add(document.getPage(0).getResources().getFont(name));
			}
			assertThat(fonts).isNotEmpty().allSatisfy((font) -> {
				assertThat(font.isEmbedded()).isTrue();
				assertThat(font.getName()).contains("NotoSansSC");
			});
		}
	}

	@Test
	void codeIsScannedFromThePage() throws IOException {
		for (Paper paper : Paper.values()) {
			assertThat(QrReader.read(picture(poster("家长开放日", "", null).pdf(paper), 150))).isEqualTo(URL);
		}
	}

	/** A phone of 3,000 pixels across 60 degrees sees 1.3 of them a millimetre there. */
	@Test
	void codeIsScannedFromTwoMetres() throws IOException {
		for (Paper paper : Paper.values()) {
			assertThat(QrReader.read(picture(poster("家长开放日", "", null).pdf(paper), 33))).isEqualTo(URL);
		}
	}

	@Test
	void longestWordsStillFitOnOnePageInAFewSeconds() throws IOException {
		Poster longest = new Poster("永".repeat(30), "定".repeat(40), "河".repeat(200), URL, "小".repeat(30), STEPS, TODAY,
				TODAY);
		Path folder = Files.createDirectories(Path.of("target/screenshots"));
		for (Paper paper : Paper.values()) {
			long begin = System.nanoTime();
			byte[] pdf = longest.pdf(paper);
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
			assertThat(pdf.length).isLessThan(300_000);
			assertThat(QrReader.read(picture(pdf, 60))).isEqualTo(URL);
			ImageIO.write(picture(pdf, 60), "png", folder.resolve("poster-longest-" + paper + ".png").toFile());
		}
	}

	@Test
	void letterThatTheFontLacksIsToldBefore() {
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> poster("😀班", "", null).pdf(Paper.A4))
			.satisfies((refusal) -> assertThat(refusal.arguments().get(0)).isEqualTo("😀"));
	}

	@Test
	void markupInWordsIsPrintedAsItIs() throws IOException {
		byte[] pdf = poster("<b>&amp;</h1>", "\"]]><script>1</script>", null).pdf(Paper.A4);
		assertThat(text(pdf)).contains("<b>&amp;</h1>", "\"]]><script>1</script>");
	}

	@Test
	void pictureAloneIsScannedToo() throws IOException {
		assertThat(QrReader.read(ImageIO.read(new ByteArrayInputStream(QrPicture.of(URL).png(6))))).isEqualTo(URL);
	}

}
