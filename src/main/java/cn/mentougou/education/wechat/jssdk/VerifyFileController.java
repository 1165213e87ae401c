package cn.mentougou.education.wechat.jssdk;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.web.OwnAddress;

/**
 * The files by which the platform sees whose host it is (网页授权域名, JS接口安全域名): each holds
 * the end of its own name.
 */
@RestController
class VerifyFileController {

	private final OwnAddress address;

	VerifyFileController(OwnAddress address) {
		this.address = address;
	}

	@GetMapping("/MP_verify_{code:[A-Za-z0-9]+}.txt")
	ResponseEntity<String> file(@PathVariable String code) {
		if (!this.address.isProvedBy("MP_verify_" + code + ".txt")) {
			throw new Refusal.NotFound("web.no-such-file");
		}
		return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(code);
	}

}
