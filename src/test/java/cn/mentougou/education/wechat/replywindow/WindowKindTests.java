package cn.mentougou.education.wechat.replywindow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;

import static org.assertj.core.api.Assertions.assertThat;

class WindowKindTests {

	private static final InboundMessage.Header HEADER = new InboundMessage.Header("wx", "gh", "o", Instant.EPOCH, "k",
			null);

	@Test
	void eachPushOpensWhatThePlatformSays() {
		assertThat(WindowKind.of(new InboundMessage.Text(HEADER, "您好", null))).hasValue(WindowKind.MESSAGE);
		assertThat(WindowKind.of(new InboundMessage.Text(HEADER, "一", "1"))).hasValue(WindowKind.TAP);
		assertThat(WindowKind.of(new InboundMessage.Image(HEADER, "u", "m"))).hasValue(WindowKind.MESSAGE);
		assertThat(of(new InboundEvent.MenuTapped("k"))).hasValue(WindowKind.TAP);
		assertThat(of(new InboundEvent.CodeScanned("k", "qrcode", "r", false))).hasValue(WindowKind.TAP);
		assertThat(of(new InboundEvent.Followed(null, null))).hasValue(WindowKind.FOLLOW);
		assertThat(of(new InboundEvent.Scanned("s", null))).hasValue(WindowKind.SCAN);
		assertThat(of(new InboundEvent.Unfollowed())).hasValue(WindowKind.UNFOLLOWED);
		assertThat(of(new InboundEvent.MenuOpened("t", null, false))).isEmpty();
		assertThat(of(new InboundEvent.PicturesChosen("k", List.of()))).isEmpty();
	}

	@Test
	void rulesHoldFromTheirDayOnByBeijingTime() {
		WindowRules rules = new WindowRules(
				new ReplyWindowSettings(ReplyWindowSettings.Overlap.SEPARATE, Duration.ofSeconds(3),
						Duration.ofMillis(300), List.of(new ReplyWindowSettings.WindowRule(LocalDate.of(2027, 1, 1), 2,
								Duration.ofHours(24), 1, Duration.ofSeconds(30)))));
		Instant before = Instant.parse("2026-12-31T15:59:59Z");
		assertThat(rules.opened(new byte[32], "wx", WindowKind.MESSAGE, before).messages()).isEqualTo(5);
		ReplyWindowMapper.Row after = rules.opened(new byte[32], "wx", WindowKind.MESSAGE, before.plusSeconds(1));
		assertThat(after.messages()).isEqualTo(2);
		assertThat(after.closesAt()).isEqualTo("2027-01-01T15:59:57Z");
		assertThat(after.rule()).isEqualTo("2027-01-01");
	}

	@Test
	void sharedReadingCountsAMessageInEachOpenWindow() {
		Instant now = Instant.parse("2026-11-24T02:00:00Z");
		WindowRules rules = new WindowRules(new ReplyWindowSettings(ReplyWindowSettings.Overlap.SHARED,
				Duration.ofSeconds(3), Duration.ofMillis(300), List.of()));
		List<ReplyWindowMapper.Row> open = List.of(rules.opened(new byte[32], "wx", WindowKind.MESSAGE, now),
				rules.opened(new byte[32], "wx", WindowKind.TAP, now));
		List<Spendings.Spending> three = List.of(one(now, 1), one(now, 2), one(now, 3));
		Instant then = now.plusSeconds(10);
		assertThat(Standing.of(open, three, then, ReplyWindowSettings.Overlap.SHARED).windows())
			.extracting(OpenWindow::remaining)
			.containsExactly(0, 2);
		assertThat(Standing.of(open, three, then, ReplyWindowSettings.Overlap.SEPARATE).windows())
			.extracting(OpenWindow::remaining)
			.containsExactly(0, 5);
	}

	private static Spendings.Spending one(Instant now, int second) {
		return new Spendings.Spending(new byte[32], now.plusSeconds(second), now.plusSeconds(second));
	}

	private static Optional<WindowKind> of(InboundEvent event) {
		return WindowKind.of(new InboundMessage.Event(HEADER, event));
	}

}
