package cn.mentougou.education.wechat.menu;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.mentougou.education.wechat.account.AccountKind;
import cn.mentougou.education.wechat.account.PushMode;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;

import static org.assertj.core.api.Assertions.assertThat;

class PreparedAnswersTests {

	private final List<MenuTargets> offers = new ArrayList<>();

	private static WeChatAccount account(AccountKind kind) {
		return new WeChatAccount(kind, "wx00000000000000f1", "gh_1", "s", "t", null, PushMode.PLAIN, true, null, null);
	}

	@ParameterizedTest
	@EnumSource
	void everyEntryOfTheDefaultMenusIsSoundAndAnswered(AccountKind kind) {
		PreparedAnswers prepared = prepared(kind);
		// The newsroom answers the entries for news.
		this.offers.add((account) -> List.of("NEWS_TODAY", "NEWS_DISTRICT", "NEWS_BEYOND")
			.stream()
			.map((key) -> MenuTargets.Target.key(key, "新闻"))
			.toList());
		assertThat(new MenuChecks(this.offers::stream, Set.of()).faults(account(kind), DefaultMenus.of(kind)))
			.isEmpty();
		List<MenuButton> others = DefaultMenus.of(kind)
			.leaves()
			.stream()
			.filter((leaf) -> !leaf.value().startsWith("NEWS_"))
			.toList();
		assertThat(others).hasSizeGreaterThan(3).allSatisfy((leaf) -> {
			assertThat(prepared.accepts(tap(leaf.value()))).as(leaf.name()).isTrue();
			assertThat(prepared.handle(tap(leaf.value()))).get()
				.isInstanceOfSatisfying(Reply.Text.class,
						(reply) -> assertThat(reply.content()).hasSizeGreaterThan(20));
		});
	}

	@Test
	void keyThatSomebodyElseAnswersIsLeftToThem() {
		PreparedAnswers prepared = prepared(AccountKind.SERVICE);
		this.offers.add((account) -> List.of(MenuTargets.Target.key("CLASS_MINE", "班级")));
		assertThat(prepared.accepts(tap("CLASS_MINE"))).isFalse();
		assertThat(prepared.accepts(tap("CLASS_BIND"))).isTrue();
		assertThat(prepared.accepts(tap("NOT_OURS"))).isFalse();
	}

	private PreparedAnswers prepared(AccountKind kind) {
		PreparedAnswers prepared = new PreparedAnswers(new WeChatAccounts(List.of(account(kind))), this.offers::stream);
		this.offers.add(prepared);
		return prepared;
	}

	private static InboundMessage tap(String key) {
		return new InboundMessage.Event(
				new InboundMessage.Header("wx00000000000000f1", "gh_1", "oPerson", Instant.EPOCH, "CLICK", null),
				new InboundEvent.MenuTapped(key));
	}

}
