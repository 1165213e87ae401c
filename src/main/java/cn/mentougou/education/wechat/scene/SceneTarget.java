package cn.mentougou.education.wechat.scene;

import java.util.List;

import cn.mentougou.education.wechat.envelope.Reply;

/**
 * The feature behind a kind of code. It says on paper what a scan will bring and answers
 * whoever scanned. Of each kind there is one.
 */
public interface SceneTarget {

	/** The kind of code it answers for. */
	SceneKind kind();

	/** What can be done after the scan: the rest of 扫码后可以…, without a full stop. */
	default String promise(SceneQrCode code) {
		return kind().promise();
	}

	/** What happens after the scan, step by step, as posters print it. */
	default List<String> steps(SceneQrCode code) {
		return List.of("打开微信，点“扫一扫”，对准二维码", "第一次扫会先问您是否关注“门头沟教育”服务号；关注是自愿的，随时可以取消", "服务号马上发来一条消息，照着做就可以");
	}

	/**
	 * Answers whoever scanned, a new follower or an old one. It runs inside the
	 * transaction that records the push as done: it may write and must not call outside.
	 */
	Reply answer(SceneVisit visit);

}
