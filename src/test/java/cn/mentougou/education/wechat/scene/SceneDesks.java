package cn.mentougou.education.wechat.scene;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

import org.springframework.context.ApplicationContext;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** Desks of codes for tests in a slice. */
public final class SceneDesks {

	private SceneDesks() {
	}

	/** A desk of these accounts, for which no feature answers yet. */
	public static SceneQrCodes of(ApplicationContext context, WeChatAccounts accounts) {
		Map<SceneKind, SceneTarget> targets = new EnumMap<>(SceneKind.class);
		for (SceneKind kind : SceneKind.values()) {
			targets.put(kind, new ComingTarget(kind));
		}
		return new SceneQrCodes(new SceneQrCodes.Parts(context.getBean(SceneMapper.class), accounts,
				context.getBean(Units.class), context.getBean(Audit.class)), targets, 0, context.getBean(Clock.class));
	}

}
