package cn.mentougou.education.newsroom.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.board.BoardRef;
import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.newsroom.news.NewsCorrected;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.news.NewsReleased;
import cn.mentougou.education.newsroom.news.NewsWithdrawn;
import cn.mentougou.education.newsroom.news.Releases;
import cn.mentougou.education.office.review.ReviewSubject;
import cn.mentougou.education.office.review.Reviewable;

/** Counts what is shown, in the transaction in which it is shown. */
@Component
class FactListener {

	private final FactMapper mapper;

	private final ApprovedNews news;

	private final ObjectProvider<Reviewable> reviewables;

	private final Clock clock;

	FactListener(FactMapper mapper, ApprovedNews news, ObjectProvider<Reviewable> reviewables, Clock clock) {
		this.mapper = mapper;
		this.news = news;
		this.reviewables = reviewables;
		this.clock = clock;
	}

	@EventListener
	void on(NewsReleased released) {
		count(released.id());
	}

	@EventListener
	void on(NewsCorrected corrected) {
		count(corrected.id());
	}

	@EventListener
	void on(NewsWithdrawn withdrawn) {
		this.mapper.withdraw(withdrawn.id().value(), LocalDate.now(this.clock));
	}

	/** What stands only on boards of the staff is not shown, and not counted. */
	private void count(NewsId id) {
		Optional<ApprovedItem> shown = this.news.shown(id);
		if (shown.isEmpty()) {
			return;
		}
		ApprovedItem item = shown.get();
		this.mapper.put(id.value(), LocalDate.ofInstant(item.firstShownAt(), this.clock.getZone()), item.level().name(),
				unit(id));
		this.mapper.clearBoards(id.value());
		List<String> boards = item.boards().stream().map(BoardRef::title).distinct().toList();
		boards.forEach((board) -> this.mapper.putBoard(id.value(), board));
	}

	private @Nullable Long unit(NewsId id) {
		return this.reviewables.stream()
			.filter((reviewable) -> reviewable.kind().equals(Releases.KIND))
			.flatMap((reviewable) -> reviewable.find(id.text()).stream())
			.map(ReviewSubject::unitId)
			.findFirst()
			.orElse(null);
	}

}
