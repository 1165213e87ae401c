package cn.mentougou.education.newsroom.pushdesk;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.PushReason;
import cn.mentougou.education.newsroom.push.Target;

/**
 * A push with the words that people read.
 *
 * @param plan the push
 * @param time when it goes
 * @param account which account
 * @param title what goes
 * @param state how it stands
 */
record PlanLine(PlanView plan, String time, String account, String title, String state) {

	static PlanLine of(PlanView plan, PushWords words) {
		return new PlanLine(plan, PushWords.time(plan.slot()), words.account(plan.appId()), PushWords.title(plan),
				PushWords.state(plan));
	}

	/** What it does, and to whom. */
	public String what() {
		Target target = this.plan.target();
		return switch (this.plan.verb()) {
			case MASS -> target.isEverybody() ? "群发给全部关注者" : "群发给标签 " + target.tagId() + " 的关注者";
			case PUBLISH -> "发布（不通知关注者）";
		};
	}

	/** What becomes of it when its time has passed. */
	public String late() {
		return this.plan.late().kind().title()
				+ ((this.plan.late().until() != null) ? " " + PushWords.time(this.plan.late().until()) : "");
	}

	/** Whether its form may be opened. */
	public boolean mayChange() {
		return this.plan.state().isOpen() || this.plan.state() == PlanState.MISSED;
	}

	/** Whether a person may decide to send it once more. */
	public boolean mayRepeat() {
		return this.plan.state() == PlanState.REFUSED || this.plan.state() == PlanState.MISSED || this.plan.isStuck();
	}

	/** Whether it may be called off, or sent in WeChat's own console instead. */
	public boolean mayLeave() {
		return mayChange() || this.plan.state() == PlanState.REFUSED;
	}

	/** Whether a mass send of that console may be tied to it. */
	public boolean mayTie() {
		return this.plan.platformId() == null
				&& (this.plan.state() == PlanState.TAKEN_OVER || this.plan.state() == PlanState.UNKNOWN);
	}

	/** What is to be done, in a sentence. */
	public String toDo() {
		PushReason reason = this.plan.reason();
		return switch (this.plan.state()) {
			case PLANNED -> this.plan.isApproved() ? "到时间自动发出，不用做什么。发出之前都可以修改。" : "请让稿件在到点之前通过保密审查和批准，不然不会发出。";
			case BLOCKED -> "现在没有发出。" + remedy(reason, "请看下面的原因。");
			case SENDING -> "正在发送，请不要在公众平台另发一次。结果一到，这里就会显示。";
			case CONFIRMING -> "请公众号管理员在手机上确认，30 分钟内有效。";
			case SENT -> "已经发出，不用做什么。发现写错了，请对稿件“更正”或“撤回”。";
			case REFUSED -> "没有发出。" + remedy(reason, "请看下面的原因。");
			case UNKNOWN -> "不知道有没有发出，系统正在向微信询问；请先不要重发。" + remedy(reason, "");
			case MISSED -> "过了时间没有发出。请改一个时间、现在再发一次，或取消。";
			case SKIPPED -> "按设定错过就不发。需要发的，请另排一次。";
			case CANCELLED -> "已经取消。需要发的，请另排一次。";
			case TAKEN_OVER -> "请到公众平台手工发出；发出后微信的结果会自动对上，也可以在下面填写编号。";
		};
	}

	private static String remedy(@Nullable PushReason reason, String otherwise) {
		return (reason != null) ? reason.remedy() + "。" : otherwise;
	}

	/** Its steps with times in words. */
	public List<StepLine> steps() {
		return this.plan.steps().stream().map(StepLine::of).toList();
	}

	/**
	 * One outside call in words.
	 *
	 * @param step the call
	 * @param begun when it was decided
	 * @param ended when its outcome came, or empty
	 */
	record StepLine(PlanView.Step step, String begun, String ended) {

		static StepLine of(PlanView.Step step) {
			return new StepLine(step, PushWords.exact(step.begunAt()),
					(step.endedAt() != null) ? PushWords.exact(step.endedAt()) : "");
		}

	}

}
