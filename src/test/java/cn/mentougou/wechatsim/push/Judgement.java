package cn.mentougou.wechatsim.push;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.envelope.XmlTree;

/** A verdict with its reason, and the reply where there is one. */
record Judgement(Verdict verdict, String note, @Nullable String clearAnswer, @Nullable XmlTree reply) {

	static Judgement empty() {
		return new Judgement(Verdict.OK_EMPTY, "", null, null);
	}

	static Judgement bad(String note, @Nullable String clearAnswer) {
		return new Judgement(Verdict.BAD, note, clearAnswer, null);
	}

	static Judgement reply(String clearAnswer, XmlTree reply) {
		return new Judgement(Verdict.OK_REPLY, "", clearAnswer, reply);
	}

}
