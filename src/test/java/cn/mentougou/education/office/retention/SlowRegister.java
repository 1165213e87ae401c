package cn.mentougou.education.office.retention;

import java.time.Duration;
import java.util.List;

import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.privacy.Erasure;
import cn.mentougou.education.office.privacy.PersonKeys;
import cn.mentougou.education.office.privacy.PersonalDataHolder;
import cn.mentougou.education.office.privacy.Resealing;
import cn.mentougou.education.office.privacy.Retention;

/** A register whose rule takes so long that something happens in the middle, once. */
class SlowRegister implements PersonalDataHolder {

	private static final Retention.Rule RULE = new Retention.Rule("slow", "内容", "测试", Duration.ofDays(1), "删去");

	private final TransactionTemplate transaction;

	private Runnable meanwhile;

	PersonKeys held = PersonKeys.NONE;

	SlowRegister(TransactionTemplate transaction, Runnable meanwhile) {
		this.transaction = transaction;
		this.meanwhile = meanwhile;
	}

	@Override
	public String register() {
		return "test.slow" + System.identityHashCode(this);
	}

	@Override
	public String title() {
		return "很慢的登记簿";
	}

	@Override
	public List<Retention.Rule> rules() {
		return List.of(RULE);
	}

	@Override
	public List<Item> export(PersonKeys keys) {
		return List.of();
	}

	@Override
	public Erasure erasable(PersonKeys keys) {
		return Erasure.NOTHING;
	}

	@Override
	public Erasure erase(PersonKeys keys) {
		return Erasure.NOTHING;
	}

	@Override
	public void retain(Retention run) {
		this.held = run.held();
		Runnable once = this.meanwhile;
		this.meanwhile = () -> {
		};
		once.run();
		run.erase(this.transaction, RULE, () -> 3);
	}

	@Override
	public String reseal(String after, Resealing resealing) {
		return "";
	}

}
