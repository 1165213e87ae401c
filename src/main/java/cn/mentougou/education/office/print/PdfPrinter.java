package cn.mentougou.education.office.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;

import cn.mentougou.education.shared.Refusal;

/**
 * Lays an XHTML page of ours out as a PDF. At most two are laid out at once and a page
 * has a greatest length, so neither time nor memory grows with what is asked; nothing is
 * fetched from anywhere.
 */
public final class PdfPrinter {

	/** Characters of a page, pictures included. */
	static final int LONGEST = 400_000;

	private static final int PATIENCE_SECONDS = 10;

	private static final Semaphore TURN = new Semaphore(2, true);

	static {
		XRLog.listRegisteredLoggers().forEach((logger) -> XRLog.setLevel(logger, Level.SEVERE));
	}

	private PdfPrinter() {
	}

	/**
	 * The PDF of a page.
	 * @param xhtml a well-formed page whose texts are escaped; its font is
	 * {@link PrintFont#FAMILY}, its pictures are {@code data:} addresses
	 * @param title what the PDF is called
	 * @throws Refusal.Conflict if too many are printed at once
	 */
	public static byte[] print(String xhtml, String title) {
		if (xhtml.length() > LONGEST) {
			throw new Refusal.Invalid("print.too-long");
		}
		if (!isOurTurn()) {
			throw new Refusal.Conflict("print.busy");
		}
		try {
			return lay(xhtml, title);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			TURN.release();
		}
	}

	private static boolean isOurTurn() {
		try {
			return TURN.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static byte[] lay(String xhtml, String title) throws IOException {
		ByteArrayOutputStream pdf = new ByteArrayOutputStream();
		PdfRendererBuilder builder = new PdfRendererBuilder();
		builder.useFont(PrintFont::bytes, PrintFont.FAMILY);
		for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
			builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:"), moment);
		}
		builder.withProducer(title);
		builder.withHtmlContent(xhtml, null);
		builder.toStream(pdf);
		builder.run();
		return pdf.toByteArray();
	}

}
