package cn.mentougou.kills;

import cn.mentougou.delivery.effects.EffectHandlers;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.push.Push;

/** One message of the load: who wrote it, its own words, and what became of its push. */
record Sent(SimPerson person, String word, String id, Push push) {

	boolean hasEffect() {
		return !this.word.equals(EffectHandlers.ECHO);
	}

	String answer() {
		return EffectHandlers.ANSWER + " " + this.id;
	}

}
