package cn.mentougou.education.wechat.delivery;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.office.list.Cursor;
import cn.mentougou.education.office.list.KeyPage;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.delivery.DeliveryWords.View;
import cn.mentougou.education.wechat.outbound.Delivery;
import cn.mentougou.education.wechat.outbound.Outbound;
import cn.mentougou.education.wechat.outbound.OutboundId;

/** Where a person decides about messages of which nobody knows. */
@Controller
class UndecidedConsoleController {

	static final String PATH = "/console/undecided-messages";

	private static final String BACK = "redirect:" + PATH;

	private final Outbound outbound;

	private final DeliveryWords words;

	UndecidedConsoleController(Outbound outbound, DeliveryWords words) {
		this.outbound = outbound;
		this.words = words;
	}

	@GetMapping(PATH)
	String list(@RequestParam @Nullable String after, Model model) {
		OutboundId last = Cursor.byId(after).map((cursor) -> new OutboundId(cursor.id())).orElse(null);
		List<View> read = this.outbound.undecided(last, KeyPage.ROWS + 1).stream().map(this.words::of).toList();
		model.addAttribute("page", KeyPage.of(read, KeyPage.ROWS, (row) -> Cursor.of(row.id())));
		return "delivery/undecided";
	}

	@GetMapping(PATH + "/{id}")
	String one(@PathVariable long id, Model model) {
		Delivery delivery = this.outbound.find(new OutboundId(id))
			.filter((found) -> found.isUndecided())
			.orElseThrow(() -> new Refusal.NotFound("outbound.no-such-message"));
		model.addAttribute("row", this.words.of(delivery));
		model.addAttribute("content", this.outbound.message(delivery.id()).map(DeliveryWords::lines).orElse(List.of()));
		return "delivery/decide";
	}

	@PostMapping(PATH + "/{id}/again")
	String again(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.outbound.sendAgain(actor, new OutboundId(id));
		redirect.addFlashAttribute("done", "已安排再发一次，马上发送。能不能送出，还要看对方的回复窗口是否开着。");
		return BACK;
	}

	@PostMapping(PATH + "/{id}/delivered")
	String delivered(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.outbound.countAsDelivered(actor, new OutboundId(id));
		redirect.addFlashAttribute("done", "已记为已送达，不再发送。");
		return BACK;
	}

}
