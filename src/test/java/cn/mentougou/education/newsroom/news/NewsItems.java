package cn.mentougou.education.newsroom.news;

import java.util.List;

import org.springframework.beans.factory.BeanFactory;

import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.board.StandingBoard;
import cn.mentougou.education.newsroom.draft.AiUse;
import cn.mentougou.education.newsroom.draft.Drafts;
import cn.mentougou.education.newsroom.draft.NewsDraft;
import cn.mentougou.education.newsroom.draft.NewsItem;
import cn.mentougou.education.newsroom.draft.NewsReviews;
import cn.mentougou.education.office.review.Approvals;
import cn.mentougou.education.office.review.Reviews;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/** Items at every state for tests, written, checked and approved by different people. */
public final class NewsItems {

	private final Drafts drafts;

	private final NewsReviews reviews;

	private final Approvals approvals;

	private final Boards boards;

	private final UnitId unit;

	private final Actor editor;

	/** For a unit, with the desks of the application. */
	public NewsItems(BeanFactory beans, UnitId unit) {
		this.drafts = beans.getBean(Drafts.class);
		this.reviews = beans.getBean(NewsReviews.class);
		this.approvals = new Approvals(beans.getBean(Reviews.class));
		this.boards = beans.getBean(Boards.class);
		this.unit = unit;
		this.editor = Approvals.somebody(Role.EDITOR, unit.value());
	}

	/** For a unit that only these items name. */
	public NewsItems(BeanFactory beans) {
		this(beans, new UnitId(1));
	}

	/** Who writes the items. */
	public Actor editor() {
		return this.editor;
	}

	/** What an item says that is called so. */
	public NewsDraft text(String title) {
		return text(title, NewsLevel.DISTRICT, StandingBoard.EDUCATION);
	}

	/** What an item says that is called so, of a level and on a board. */
	public NewsDraft text(String title, NewsLevel level, StandingBoard board) {
		return new NewsDraft(title, "门头沟教育", "摘要：" + title, "<p>" + title + "，正文。</p>", level,
				List.of(this.boards.standing(board).id()), "", null, null, null, null, null, null, List.of(),
				AiUse.NONE, null);
	}

	/** An item that somebody writes. */
	public NewsId draft(NewsDraft text) {
		return this.drafts.begin(this.editor, this.unit, text);
	}

	/** An approved item that is called so. */
	public NewsId approved(String title) {
		return approved(text(title));
	}

	/** An approved item that says this. */
	public NewsId approved(NewsDraft text) {
		NewsId id = draft(text);
		approve(id);
		return id;
	}

	/** Hands in what people work on. */
	public void submit(NewsId id) {
		NewsItem item = item(id);
		this.reviews.checkFacts(this.editor, id, this.drafts.working(item).contentHash(), "区教委〔2026〕1号文件");
		this.reviews.submit(this.editor, id);
	}

	/** Hands in what people work on and approves it. */
	public void approve(NewsId id) {
		submit(id);
		this.approvals.approve(Releases.KIND, id.text());
	}

	/** Changes what people work on. */
	public NewsItem edit(NewsId id, NewsDraft text) {
		return this.drafts.save(this.editor, id, item(id).revision(), text);
	}

	/** Withdraws what is shown. */
	public void withdraw(NewsId id, String reason) {
		this.reviews.withdraw(this.editor, id, reason);
	}

	/** The item as the lists show it. */
	public NewsItem item(NewsId id) {
		return this.drafts.visibleTo(this.editor, id);
	}

}
