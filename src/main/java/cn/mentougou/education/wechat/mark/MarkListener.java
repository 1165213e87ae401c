package cn.mentougou.education.wechat.mark;

import org.springframework.context.event.EventListener;

import cn.mentougou.education.wechat.follower.FollowerEvent;

/** Follows what happens to followers, in the same transaction. */
class MarkListener {

	private final Marks marks;

	private final MarkMapper orders;

	private final NoteMapper notes;

	MarkListener(Marks marks, MarkMapper orders, NoteMapper notes) {
		this.marks = marks;
		this.orders = orders;
		this.notes = notes;
	}

	@EventListener
	void on(FollowerEvent.Followed followed) {
		if (followed.isBack()) {
			this.marks.restore(followed.id(), followed.appId());
		}
	}

	@EventListener
	void on(FollowerEvent.Erased erased) {
		this.orders.forget(erased.id().value());
		this.notes.forget(erased.id().value());
	}

}
