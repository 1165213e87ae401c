package cn.mentougou.education.wechat.scene;

import cn.mentougou.education.wechat.envelope.Reply;

/**
 * Answers for a kind of code whose feature is not there yet: which code it was, the
 * editor's note, what there will be and what can be done now.
 *
 * @param kind the kind
 */
record ComingTarget(SceneKind kind) implements SceneTarget {

	/** What is printed today must be true today. */
	@Override
	public String promise(SceneQrCode code) {
		return "收到一条说明，也可以直接提问";
	}

	@Override
	public Reply answer(SceneVisit visit) {
		SceneDraft draft = visit.code().draft();
		String note = draft.note().isEmpty() ? "" : draft.note() + "\n";
		String where = (this.kind == SceneKind.ACCOUNT) ? "这里是“门头沟教育”服务号。" : "您扫的是“" + draft.title() + "”的二维码。";
		return new Reply.Text(where + "\n" + note + this.kind.coming() + "\n现在可以直接写下您的问题，或回复“帮助”，看看在这里能办的事。");
	}

}
