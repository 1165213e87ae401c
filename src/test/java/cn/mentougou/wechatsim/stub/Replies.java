package cn.mentougou.wechatsim.stub;

import cn.mentougou.wechatsim.envelope.PushCipher;
import cn.mentougou.wechatsim.envelope.Signature;
import cn.mentougou.wechatsim.world.SimAccount;

/** Passive replies, written by hand. */
public final class Replies {

	private Replies() {
	}

	public static String text(SimAccount account, String openId, String content) {
		return of(account, openId, "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[" + content + "]]></Content>");
	}

	public static String news(SimAccount account, String openId, int articles) {
		String item = "<item><Title><![CDATA[招生]]></Title><Description><![CDATA[]]></Description>"
				+ "<PicUrl><![CDATA[]]></PicUrl><Url><![CDATA[https://h5.example.cn/]]></Url></item>";
		return of(account, openId, "<MsgType><![CDATA[news]]></MsgType><ArticleCount>" + articles
				+ "</ArticleCount><Articles>" + item.repeat(articles) + "</Articles>");
	}

	public static String of(SimAccount account, String openId, String elements) {
		return "<xml><ToUserName><![CDATA[" + openId + "]]></ToUserName><FromUserName><![CDATA[" + account.originalId()
				+ "]]></FromUserName><CreateTime>1764000001</CreateTime>" + elements + "</xml>";
	}

	/** The reply as safe mode wants it. */
	public static String sealed(SimAccount account, String clear) {
		String sealed = new PushCipher(account.aesKey()).seal(new PushCipher.Opened(clear, account.appId()),
				"0123456789abcdef");
		String signature = Signature.of(account.token(), "1764000002", "4711", sealed);
		return "<xml><Encrypt><![CDATA[" + sealed + "]]></Encrypt><MsgSignature><![CDATA[" + signature
				+ "]]></MsgSignature><TimeStamp>1764000002</TimeStamp><Nonce><![CDATA[4711]]></Nonce></xml>";
	}

}
