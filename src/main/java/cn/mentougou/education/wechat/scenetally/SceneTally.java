package cn.mentougou.education.wechat.scenetally;

import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.wechat.dispatch.Push;
import cn.mentougou.education.wechat.dispatch.PushListener;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.scene.SceneQrCodes;

/**
 * Counts the scans of our codes. A code that was withdrawn is counted too: it says how
 * many posters still hang.
 */
@Component
class SceneTally implements PushListener {

	private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

	private final SceneTallyMapper mapper;

	private final SceneQrCodes codes;

	SceneTally(SceneTallyMapper mapper, SceneQrCodes codes) {
		this.mapper = mapper;
		this.codes = codes;
	}

	@Override
	public boolean concerns(InboundMessage message, @Nullable Turn turn) {
		return SceneQrCodes.isOurs(scene(message));
	}

	/** A dead letter that is run again comes again and is counted no more. */
	@Override
	public void learn(Push push) {
		InboundMessage message = push.message();
		LocalDate day = push.receivedAt().atZone(BEIJING).toLocalDate();
		this.codes.ofScene(message.appId(), scene(message)).ifPresent((code) -> {
			if (this.mapper.see(push.key().value(), day) == 1) {
				boolean isNew = message instanceof InboundMessage.Event pushed
						&& pushed.event() instanceof InboundEvent.Followed;
				this.mapper.add(new SceneTallyMapper.Line(code.value(), day, isNew ? 1 : 0, isNew ? 0 : 1));
			}
		});
	}

	/** The scene of a follow by a code or of a scan; empty if it is neither. */
	private static String scene(InboundMessage message) {
		if (message instanceof InboundMessage.Event pushed) {
			if (pushed.event() instanceof InboundEvent.Scanned scanned) {
				return scanned.scene();
			}
			if (pushed.event() instanceof InboundEvent.Followed followed) {
				String scene = followed.scene();
				return (scene != null) ? scene : "";
			}
		}
		return "";
	}

}
