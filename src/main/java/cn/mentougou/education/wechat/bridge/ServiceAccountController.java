package cn.mentougou.education.wechat.bridge;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import cn.mentougou.education.wechat.poster.QrPicture;

/** The public page with the service account's QR code, in words for whoever sees none. */
@Controller
class ServiceAccountController {

	/** Where it is. */
	static final String PATH = "/service-account";

	private static final int PIXELS = 10;

	private final Bridge bridge;

	ServiceAccountController(Bridge bridge) {
		this.bridge = bridge;
	}

	@GetMapping(PATH)
	String page(Model model) {
		model.addAttribute("shown", this.bridge.url().isPresent());
		model.addAttribute("why", BridgeWords.WHY);
		model.addAttribute("search", BridgeWords.SEARCH);
		model.addAttribute("alternative", BridgeWords.ALTERNATIVE);
		return "bridge/service-account";
	}

	/** The code alone; a new one is shown within minutes. */
	@GetMapping(PATH + "/code.png")
	ResponseEntity<byte[]> code() {
		return this.bridge.url()
			.map((url) -> ResponseEntity.ok()
				.contentType(MediaType.IMAGE_PNG)
				.cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
				.body(QrPicture.of(url).png(PIXELS)))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

}
