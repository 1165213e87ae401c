package cn.mentougou.education.wechat.dialoguedesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.SearchSource;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.dialogue.Dialogue;
import cn.mentougou.education.wechat.dialogue.Dialogues;

/** The pages, what 今日 says about them, and the search by number. */
@Configuration(proxyBeanMethods = false)
class DialogueDeskConfiguration {

	private static final String PAGE = DialogueConsoleController.PATH;

	private static final int MOST_CLOSING = 20;

	@Bean
	ConsolePage dialoguePage() {
		return new ConsolePage(PAGE, "留言会话", ConsolePage.Section.CHANNEL, 10, Set.of(Role.ENQUIRY_CLERK),
				"两个公众号里自动回复答不上的留言都在这里，等得最久的排在最前面，每条都计入网上咨询。"
						+ "微信只允许在对方留言后 48 小时内答复，最多 5 条，页面会显示还剩多久、还能发几条；过了时间要等对方再次留言。"
						+ "答复发出后才算已答复：没有发出或不知道是否送达的，请在那条答复下面确认。内部备注只有工作人员能看到。");
	}

	@Bean
	ConsolePage cannedAnswerPage() {
		return new ConsolePage(CannedAnswerConsoleController.PATH, "常用答复", ConsolePage.Section.CHANNEL, 11,
				Set.of(Role.ENQUIRY_CLERK), "常用答复由全体经办人共用，答复时选中填入，发送前还可以修改。请不要写某个人的情况。");
	}

	@Bean
	TodaySource dialoguesToday(Dialogues dialogues, Clock clock) {
		return (actor, today) -> dialogues.waiting(actor)
			.map((waiting) -> entries(waiting, clock.instant()))
			.orElse(List.of());
	}

	private static List<TodayEntry> entries(Dialogues.Waiting waiting, Instant now) {
		List<TodayEntry> entries = new ArrayList<>();
		waiting.closing()
			.stream()
			.limit(MOST_CLOSING)
			.forEach((dialogue) -> entries
				.add(TodayEntry.alarm("会话 " + dialogue.number() + " 一小时内就不能再答复了", PAGE + "/" + dialogue.id().value())));
		if (waiting.undecided() > 0) {
			entries.add(TodayEntry.alarm(waiting.undecided() + " 个会话有答复没有送达，等您确认", PAGE + "?undecided=true"));
		}
		Instant since = waiting.since();
		if (since != null) {
			entries.add(TodayEntry.waiting(
					waiting.count() + " 个会话等待答复，最久的已等 " + DialogueViews.lasting(Duration.between(since, now)),
					PAGE + "?state=" + Dialogue.State.WAITING));
		}
		return entries;
	}

	@Bean
	SearchSource dialogueSearch(Dialogues dialogues) {
		return (actor, words) -> dialogues.numbered(actor, words)
			.map((dialogue) -> new SearchSource.Hit("留言会话", dialogue.number(), PAGE + "/" + dialogue.id().value()))
			.stream()
			.toList();
	}

}
