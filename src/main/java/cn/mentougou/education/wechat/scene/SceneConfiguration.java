package cn.mentougou.education.wechat.scene;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.unit.UnitOccupant;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.token.WxMpClients;

/** The desk of the codes, its page, its job and its handler. */
@Configuration(proxyBeanMethods = false)
class SceneConfiguration {

	@Bean
	SceneQrCodes sceneQrCodes(SceneMapper mapper, WeChatAccounts accounts, Units units, Audit audit,
			ObjectProvider<SceneTarget> targets, @Value("${education.scene.permanent-made-elsewhere:0}") int elsewhere,
			Clock clock) {
		return new SceneQrCodes(new SceneQrCodes.Parts(mapper, accounts, units, audit), targets(targets), elsewhere,
				clock);
	}

	/** Features answer for their kinds, and what is to come for the others. */
	private static Map<SceneKind, SceneTarget> targets(ObjectProvider<SceneTarget> features) {
		Map<SceneKind, SceneTarget> targets = new EnumMap<>(SceneKind.class);
		features.forEach((target) -> {
			if (targets.put(target.kind(), target) != null) {
				throw new IllegalStateException("two answer for " + target.kind());
			}
		});
		for (SceneKind kind : SceneKind.values()) {
			targets.putIfAbsent(kind, new ComingTarget(kind));
		}
		return targets;
	}

	@Bean
	SceneIssuing sceneIssuing(SceneMapper mapper, WxMpClients clients, Clock clock) {
		return new SceneIssuing(mapper, new WxMpSceneTickets(clients, clock), clock);
	}

	/** Before the rules of the editors, which answer any scan. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	MessageHandler ourSceneHandler(SceneMapper mapper, SceneQrCodes codes, Clock clock) {
		return new SceneHandler(mapper, codes, clock);
	}

	@Bean
	Job sceneTickets(SceneIssuing issuing) {
		return Job.every("scene-tickets", "生成带参二维码，续期 30 天的码", Duration.ofSeconds(10), issuing::run);
	}

	/** What still hangs on the walls of a closed school says so. */
	@Bean
	UnitOccupant sceneCodesOfUnits(SceneMapper mapper, Clock clock) {
		return (unit) -> mapper.withdrawAllOf(unit, clock.instant());
	}

	@Bean
	ConsolePage scenePage() {
		return new ConsolePage(SceneConsoleController.PATH, "二维码", ConsolePage.Section.CHANNEL, 20,
				Set.of(Role.EDITOR, Role.SCHOOL_ADMINISTRATOR),
				"这里为学校、班级、海报、触摸屏生成服务号的二维码，并下载可以直接打印的海报。扫码的人关注或已经关注服务号，都会收到同一条答复。"
						+ "要印在纸上的码选“长期有效”；30 天的码会自动换新，只适合显示在屏幕上。长期有效的码全号最多 10 万个，而且不能删除，请不要为同一用途重复生成。"
						+ "订阅号没有带参二维码，所以这里的码都属于服务号。学校管理员只能看到和管理本校的码。");
	}

	@Bean
	TodaySource scenesToday(SceneQrCodes codes) {
		return (actor, today) -> {
			List<TodayEntry> entries = new ArrayList<>();
			if (!actor.holds(Set.of(Role.EDITOR, Role.SCHOOL_ADMINISTRATOR))) {
				return entries;
			}
			int troubled = codes.inTrouble(actor);
			if (troubled > 0) {
				entries.add(TodayEntry.alarm(troubled + " 个二维码没有生成或快到期还没有换新", SceneConsoleController.PATH));
			}
			int used = codes.permanentUsed();
			if (actor.holds(Role.EDITOR) && used >= SceneQrCodes.WARN_PERMANENT) {
				entries.add(TodayEntry.alarm("长期有效的二维码已用 " + used + " 个，最多 " + SceneQrCodes.MOST_PERMANENT + " 个",
						SceneConsoleController.PATH));
			}
			return entries;
		};
	}

}
