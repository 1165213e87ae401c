package cn.mentougou.education.wechat.account;

/** How the platform sends an account's messages to the webhook (消息加解密方式). */
public enum PushMode {

	/** 明文模式: plain XML; only the query is signed. */
	PLAIN,

	/** 兼容模式: plain XML with the sealed form beside it; only the sealed form counts. */
	COMPATIBLE,

	/** 安全模式: the sealed form alone; a plain body is refused. */
	SAFE;

	/** Whether messages arrive sealed and replies leave sealed. */
	public boolean isSealed() {
		return this != PLAIN;
	}

}
