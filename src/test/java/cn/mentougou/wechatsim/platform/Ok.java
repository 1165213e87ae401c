package cn.mentougou.wechatsim.platform;

/** What a command answers when it was carried out. */
public record Ok(int errcode, String errmsg) {

	public static final Ok OK = new Ok(0, "ok");

}
