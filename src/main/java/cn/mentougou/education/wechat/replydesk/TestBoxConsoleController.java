package cn.mentougou.education.wechat.replydesk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The test box in the console. */
@Controller
class TestBoxConsoleController {

	/** As long as a message may be. */
	private static final int LONGEST = 2048;

	private final TestBox box;

	private final AccountChoices accounts;

	private final Clock clock;

	TestBoxConsoleController(TestBox box, AccountChoices accounts, Clock clock) {
		this.box = box;
		this.accounts = accounts;
		this.clock = clock;
	}

	@GetMapping(ReplyRuleConsoleController.PATH + "/try")
	String tryOut(@RequestParam @Nullable String account, @RequestParam @Nullable String words,
			@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime at, Model model) {
		LocalDateTime time = Objects.requireNonNullElseGet(at, () -> LocalDateTime.now(this.clock))
			.truncatedTo(ChronoUnit.MINUTES);
		String text = Objects.requireNonNullElse(words, "").strip();
		model.addAttribute("accounts", this.accounts.all());
		model.addAttribute("account", account);
		model.addAttribute("words", text);
		model.addAttribute("at", time);
		boolean isTooLong = text.length() > LONGEST;
		model.addAttribute("isTooLong", isTooLong);
		if (!text.isEmpty() && !isTooLong && this.accounts.contain(account)) {
			model.addAttribute("outcome", this.box.tryOut(Objects.requireNonNull(account), text, time));
		}
		return "replydesk/try";
	}

}
