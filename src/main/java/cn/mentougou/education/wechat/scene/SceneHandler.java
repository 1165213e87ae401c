package cn.mentougou.education.wechat.scene;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import cn.mentougou.education.wechat.dispatch.MessageHandler;
import cn.mentougou.education.wechat.dispatch.Turn;
import cn.mentougou.education.wechat.envelope.InboundEvent;
import cn.mentougou.education.wechat.envelope.InboundMessage;
import cn.mentougou.education.wechat.envelope.Reply;

/**
 * Answers whoever scanned one of our codes, a new follower and an old one alike. It is
 * asked before the editors' rules: what a code of ours does is decided by its feature and
 * by the note on the code, never by a rule that happens to fit its scene.
 */
class SceneHandler implements MessageHandler {

	static final String GONE = "您好！您扫的二维码已经停用。\n请向贴出它的学校或单位要新的二维码，也可以直接在这里写下您的问题。";

	private static final String WELCOME = "您好，欢迎关注门头沟教育服务号！\n";

	private final SceneMapper mapper;

	private final SceneQrCodes codes;

	private final Clock clock;

	SceneHandler(SceneMapper mapper, SceneQrCodes codes, Clock clock) {
		this.mapper = mapper;
		this.codes = codes;
		this.clock = clock;
	}

	@Override
	public Turn turn() {
		return Turn.SCENE_CODE;
	}

	@Override
	public boolean accepts(InboundMessage message) {
		return sceneOf(message).filter(SceneQrCodes::isOurs).isPresent();
	}

	@Override
	public Optional<Reply> handle(InboundMessage message) {
		boolean isNew = message instanceof InboundMessage.Event pushed
				&& pushed.event() instanceof InboundEvent.Followed;
		Reply answer = sceneOf(message).flatMap((scene) -> this.mapper.findScene(message.appId(), scene))
			.map(SceneMapper.Row::code)
			.map((code) -> answer(new SceneVisit(code, message.appId(), message.openId(), isNew)))
			.orElseGet(() -> new Reply.Text(GONE));
		return Optional.of(isNew ? welcoming(answer) : answer);
	}

	/** The scene of a follow by a code or of a scan. */
	static Optional<String> sceneOf(InboundMessage message) {
		if (message instanceof InboundMessage.Event pushed) {
			if (pushed.event() instanceof InboundEvent.Scanned scanned) {
				return Optional.of(scanned.scene());
			}
			if (pushed.event() instanceof InboundEvent.Followed followed) {
				return Optional.ofNullable(followed.scene());
			}
		}
		return Optional.empty();
	}

	private Reply answer(SceneVisit visit) {
		SceneQrCode code = visit.code();
		if (!code.isOpen()) {
			return new Reply.Text(GONE);
		}
		if (code.isOver(LocalDate.now(this.clock))) {
			return new Reply.Text(
					"您好！“" + code.title() + "”已于 " + code.draft().endsOn() + " 结束。\n想了解别的内容，请回复“帮助”，也可以直接写下您的问题。");
		}
		return this.codes.target(code).answer(visit);
	}

	/** A card has no room for a welcome, nor has a text that is long already. */
	private static Reply welcoming(Reply answer) {
		if (answer instanceof Reply.Text text
				&& (WELCOME + text.content()).getBytes(StandardCharsets.UTF_8).length <= Reply.Text.MAX_BYTES) {
			return new Reply.Text(WELCOME + text.content());
		}
		return answer;
	}

}
