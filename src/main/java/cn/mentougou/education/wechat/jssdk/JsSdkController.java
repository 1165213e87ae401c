package cn.mentougou.education.wechat.jssdk;

import java.time.Clock;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.web.OwnAddress;
import cn.mentougou.education.wechat.web.Visitor;

/** Signs our pages for whoever has one open. */
@RestController
class JsSdkController {

	private static final int LONGEST = 1000;

	private final Tickets tickets;

	private final OwnAddress address;

	private final Clock clock;

	JsSdkController(Tickets tickets, OwnAddress address, Clock clock) {
		this.tickets = tickets;
		this.address = address;
		this.clock = clock;
	}

	/** The signature of a page of ours; another's is never signed. */
	@GetMapping("/h5/js-sdk")
	PageSignature sign(HttpServletRequest request, Visitor visitor, @RequestParam String url) {
		if (url.length() > LONGEST || !this.address.isOwn(request, url)) {
			throw new Refusal.Invalid("jssdk.not-our-page");
		}
		String nonce = HexFormat.of().formatHex(RandomBytes.take(8));
		return PageSignature.of(visitor.appId(), this.tickets.current(visitor.appId()),
				new PageSignature.Page(url, nonce, this.clock.instant().getEpochSecond()));
	}

}
