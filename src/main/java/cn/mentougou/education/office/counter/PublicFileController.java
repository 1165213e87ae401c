package cn.mentougou.education.office.counter;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Published files, each under a code of its own. */
@Controller
class PublicFileController {

	private final PublishedFiles files;

	PublicFileController(PublishedFiles files) {
		this.files = files;
	}

	/** It may be withdrawn: whoever has it asks again each time. */
	@GetMapping("/files/{code}")
	void serve(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.files.send(code, "no-cache", request, response);
	}

}
