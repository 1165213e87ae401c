package cn.mentougou.education.newsroom.pushsending;

import java.util.List;

import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.PushLedger.Plan;
import cn.mentougou.education.newsroom.push.PushLedger.Step;

/** What is done next with a plan. */
sealed interface Next {

	/** Nothing now. */
	record Nothing() implements Next {
	}

	/** The articles are made, with their pictures at the platform. */
	record Prepare(Plan plan, List<NewsId> items, String contentHash) implements Next {
	}

	/**
	 * An intent is written: this call is made, once.
	 *
	 * @param plan the plan
	 * @param step the intent
	 * @param draft the draft that is sent or published; empty while it is made
	 */
	record Call(Plan plan, Step step, String draft) implements Next {
	}

	/** The platform is asked for a draft whose answer was lost. */
	record FindDraft(Plan plan, Step step, List<NewsId> items) implements Next {
	}

	/** The platform is asked whether the draft was used. */
	record AskDraft(Plan plan) implements Next {
	}

	/** The platform is asked whether the articles were published. */
	record FindPublished(Plan plan) implements Next {
	}

}
