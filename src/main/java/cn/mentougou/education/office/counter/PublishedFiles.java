package cn.mentougou.education.office.counter;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.attachment.Attachment;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.attachment.PublicFiles;
import cn.mentougou.education.shared.Refusal;

/**
 * Answers with published files, as long as they are. nginx sends the bytes where it may.
 */
@Component
public class PublishedFiles {

	/** The folder of nginx's own that only we can send somebody to. */
	static final String INTERNAL = "/published-files/";

	private final PublicFiles files;

	private final Attachments attachments;

	PublishedFiles(PublicFiles files, Attachments attachments) {
		this.files = files;
		this.attachments = attachments;
	}

	/**
	 * Answers with a file, or that the reader has it.
	 * @param code the end of its public address
	 * @param caching how long it may be kept, for {@code Cache-Control}
	 * @throws Refusal.NotFound if no such file is published
	 */
	public void send(String code, String caching, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		Attachment attachment = this.files.findPublic(code)
			.orElseThrow(() -> new Refusal.NotFound("attachment.no-such-file"));
		// A code is drawn for one content and one publication, and tells nothing of it.
		String tag = '"' + code + '"';
		response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
		response.setHeader(HttpHeaders.ETAG, tag);
		if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		FileAnswer.describe(attachment, response);
		if (this.files.isSentByProxy(code)) {
			response.setHeader("X-Accel-Redirect", INTERNAL + code);
		}
		else if (HttpMethod.HEAD.matches(request.getMethod())) {
			response.setContentLengthLong(attachment.size());
		}
		else {
			FileAnswer.write(attachment, this.attachments.open(attachment.id()), response);
		}
	}

	private static boolean isKnown(@Nullable String known, String tag) {
		return known != null && known.contains(tag);
	}

}
