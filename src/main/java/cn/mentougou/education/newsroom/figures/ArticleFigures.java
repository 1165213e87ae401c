package cn.mentougou.education.newsroom.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.newsroom.push.PlanView;
import cn.mentougou.education.newsroom.push.Plans;

/** The desk of what the platform counted. */
@Component
class ArticleFigures {

	/** A push may go out long after its time, when somebody sends it again. */
	private static final int SLACK_DAYS = 7;

	private final FigureMapper mapper;

	private final Plans plans;

	private final Clock clock;

	ArticleFigures(FigureMapper mapper, Plans plans, Clock clock) {
		this.mapper = mapper;
		this.plans = plans;
		this.clock = clock;
	}

	/**
	 * Every day of the span, also one of which nothing is known: its row is missing in
	 * the table and its numbers are zero here.
	 */
	List<FigureMapper.DayRow> days(String appId, LocalDate from, LocalDate until) {
		Map<LocalDate, FigureMapper.DayRow> known = this.mapper.days(appId, from, until)
			.stream()
			.collect(Collectors.toMap(FigureMapper.DayRow::onDay, Function.identity()));
		List<FigureMapper.DayRow> days = new ArrayList<>();
		from.datesUntil(until.plusDays(1))
			.forEach((day) -> days.add(known.getOrDefault(day, new FigureMapper.DayRow(day, 0, 0, 0, 0, 0, false))));
		return days;
	}

	/** The most-read articles of the span. */
	@Transactional(readOnly = true)
	List<ArticleView> articles(String appId, LocalDate from, LocalDate until, int limit) {
		List<FigureMapper.ArticleRow> rows = this.mapper.articles(appId, from, until, limit);
		Map<String, PlanView> ours = new HashMap<>();
		if (!rows.isEmpty()) {
			this.plans.between(start(from.minusDays(SLACK_DAYS)), start(until.plusDays(1)))
				.stream()
				.filter((plan) -> plan.appId().equals(appId) && plan.dataId() != null)
				.forEach((plan) -> ours.put(plan.dataId(), plan));
		}
		return rows.stream().map((row) -> view(row, ours.get(row.dataId()))).toList();
	}

	private static ArticleView view(FigureMapper.ArticleRow row, @Nullable PlanView plan) {
		boolean isOurs = plan != null && row.place() <= plan.items().size();
		PlanView.Item item = (plan != null && isOurs) ? plan.items().get(row.place() - 1) : null;
		String title = (item != null) ? item.title() : "在公众平台后台发出的文章";
		return new ArticleView(title, (item != null) ? item.url() : null, row.publishedOn(), row.notified(),
				row.readUser(), row.shareUser(), row.likeUser(), row.zaikanUser(), row.commentCount());
	}

	private Instant start(LocalDate day) {
		return day.atStartOfDay(this.clock.getZone()).toInstant();
	}

}
