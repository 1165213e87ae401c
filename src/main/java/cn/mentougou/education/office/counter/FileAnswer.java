package cn.mentougou.education.office.counter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

import cn.mentougou.education.office.attachment.Attachment;
import cn.mentougou.education.office.inspection.FileKind;

/**
 * Answers with a file. Only pictures, which were drawn anew, are shown by the browser;
 * everything else is saved, and nothing in it may run on our pages.
 */
final class FileAnswer {

	private FileAnswer() {
	}

	static void describe(Attachment attachment, HttpServletResponse response) {
		FileKind kind = attachment.kind();
		response.setContentType(kind.mediaType());
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
		ContentDisposition.Builder disposition = kind.isPicture() ? ContentDisposition.inline()
				: ContentDisposition.attachment();
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				disposition.filename(attachment.name(), StandardCharsets.UTF_8).build().toString());
	}

	static void write(Attachment attachment, InputStream content, HttpServletResponse response) throws IOException {
		try (content) {
			response.setContentLengthLong(attachment.size());
			content.transferTo(response.getOutputStream());
		}
	}

}
