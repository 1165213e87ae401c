package cn.mentougou.education.newsroom.pushdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsListQuery;
import cn.mentougou.education.newsroom.push.PlanForm;
import cn.mentougou.education.newsroom.push.PlanState;
import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.Plans;
import cn.mentougou.education.newsroom.push.PushContent;

/** The items from which a push is made. */
@Component
class Candidates {

	private static final int MOST = 40;

	private static final Duration FRESH = Duration.ofHours(36);

	private static final Duration MEMORY = Duration.ofDays(31);

	private final ApprovedNews news;

	private final ObjectProvider<PushContent> contents;

	private final Plans plans;

	private final Clock clock;

	Candidates(ApprovedNews news, ObjectProvider<PushContent> contents, Plans plans, Clock clock) {
		this.news = news;
		this.contents = contents;
		this.plans = plans;
		this.clock = clock;
	}

	/** The newest approved items that are not in the form. */
	List<ApprovedItem> offered(Collection<NewsId> chosen) {
		return this.news.latest(NewsListQuery.newest(MOST))
			.stream()
			.filter((item) -> !chosen.contains(item.id()))
			.toList();
	}

	/**
	 * What a push of a series would hold: what is approved lately and planned nowhere.
	 */
	List<Long> fresh(String appId) {
		Instant now = this.clock.instant();
		Set<NewsId> taken = new HashSet<>();
		this.plans.between(now.minus(MEMORY), now.plus(MEMORY))
			.stream()
			.filter((plan) -> plan.appId().equals(appId) && plan.state() != PlanState.CANCELLED)
			.forEach((plan) -> plan.items().stream().map(PlanView.Item::id).forEach(taken::add));
		return offered(taken).stream()
			.filter((item) -> item.approvedAt().isAfter(now.minus(FRESH)))
			.limit(PlanForm.MOST_ITEMS)
			.map((item) -> item.id().value())
			.toList();
	}

	/** The chosen items in their order, as they stand now. */
	List<Chosen> chosen(List<NewsId> ids) {
		PushContent content = this.contents.getIfAvailable();
		Map<NewsId, PushContent.Standing> standing = (content != null) ? content.standing(ids) : Map.of();
		return ids.stream().map((id) -> chosen(id, standing)).toList();
	}

	private static Chosen chosen(NewsId id, Map<NewsId, PushContent.Standing> standing) {
		PushContent.Standing how = standing.get(id);
		return (how != null) ? new Chosen(id.value(), how.title(), how.approvedHash() != null, true)
				: new Chosen(id.value(), "没有这篇稿件（编号 " + id.value() + "）", false, false);
	}

	/**
	 * An item in the form.
	 *
	 * @param id its number
	 * @param title its title now
	 * @param isApproved whether it is approved just as it stands
	 * @param isThere whether there is such an item
	 */
	record Chosen(long id, String title, boolean isApproved, boolean isThere) {
	}

}
