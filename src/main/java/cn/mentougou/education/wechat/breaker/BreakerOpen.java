package cn.mentougou.education.wechat.breaker;

import java.time.Instant;

/** The platform is thought to be down; the call was refused before it left. */
public class BreakerOpen extends NothingSent {

	private static final String SENTENCE = "微信平台暂时连不上或不答复，系统先不去打扰它；恢复后会自动继续，不必做什么。";

	private final String appId;

	private final Instant probeAt;

	BreakerOpen(String appId, Instant probeAt) {
		super(SENTENCE);
		this.appId = appId;
		this.probeAt = probeAt;
	}

	@Override
	public String appId() {
		return this.appId;
	}

	/** When the next call is let through, at the earliest; no call need come before. */
	public Instant probeAt() {
		return this.probeAt;
	}

	@Override
	public String sentence() {
		return SENTENCE;
	}

}
