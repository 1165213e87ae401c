package cn.mentougou.wechatsim.api;

/** What a command answers when it was carried out. */
record Ok(int errcode, String errmsg) {

	static final Ok OK = new Ok(0, "ok");

}
