package cn.mentougou.education.office.counter;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import cn.mentougou.education.office.attachment.Attachment;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.attachment.PublicFiles;
import cn.mentougou.education.shared.Refusal;

/** Published files, as long as they are. nginx sends the bytes where it may. */
@Controller
class PublicFileController {

	/** The folder of nginx's own that only we can send somebody to. */
	static final String INTERNAL = "/published-files/";

	private final PublicFiles files;

	private final Attachments attachments;

	PublicFileController(PublicFiles files, Attachments attachments) {
		this.files = files;
		this.attachments = attachments;
	}

	@GetMapping("/files/{code}")
	void serve(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Attachment attachment = this.files.findPublic(code)
			.orElseThrow(() -> new Refusal.NotFound("attachment.no-such-file"));
		FileAnswer.describe(attachment, response);
		// It may be withdrawn: whoever has it asks again each time.
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
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

}
