package cn.mentougou.education.site.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.newsroom.news.NewsLevel;
import cn.mentougou.education.newsroom.news.NewsListQuery;
import cn.mentougou.education.newsroom.news.Tombstone;

/**
 * Keeps each feed in memory until what is shown changes. What this instance changed is
 * gone from it at once; what another one changed is noticed within a second, by one small
 * statement for all readers.
 */
class FeedDesk {

	/** How many items a feed holds. */
	static final int ITEMS = 50;

	/** How long a withdrawal is announced. */
	static final Duration ANNOUNCED_FOR = Duration.ofDays(180);

	private static final long GLANCE_NANOS = 1_000_000_000;

	private final ApprovedNews news;

	private final Clock clock;

	private final LongSupplier nanos;

	private final AtomicReferenceArray<@Nullable FeedCopy> copies = new AtomicReferenceArray<>(
			FeedFormat.values().length * (NewsLevel.values().length + 1));

	private volatile @Nullable Glance last;

	private long changes;

	FeedDesk(ApprovedNews news, Clock clock, LongSupplier nanos) {
		this.news = news;
		this.clock = clock;
		this.nanos = nanos;
	}

	/** The feed as it is now. */
	FeedCopy copy(FeedFormat format, @Nullable NewsLevel level, String origin) {
		Instant changedAt = changedAt();
		int place = format.ordinal() * (NewsLevel.values().length + 1) + ((level != null) ? level.ordinal() + 1 : 0);
		FeedCopy copy = this.copies.get(place);
		if (copy == null || !copy.changedAt().equals(changedAt) || !copy.origin().equals(origin)) {
			Feed feed = feed(format, level, origin, changedAt);
			copy = FeedCopy.of(feed, format.writer().write(feed));
			this.copies.set(place, copy);
		}
		return copy;
	}

	/** Something changed: whoever asks next looks again. */
	synchronized void forget() {
		this.changes++;
		this.last = null;
	}

	private Instant changedAt() {
		Glance glance = this.last;
		long now = this.nanos.getAsLong();
		if (glance == null || now - glance.nanos() > GLANCE_NANOS) {
			long before = changes();
			glance = new Glance(this.news.lastChange(), now);
			remember(glance, before);
		}
		return glance.changedAt();
	}

	private synchronized long changes() {
		return this.changes;
	}

	/** What was seen before a change is not kept after it. */
	private synchronized void remember(Glance glance, long before) {
		if (this.changes == before) {
			this.last = glance;
		}
	}

	/** Read after the moment that it is said to show: at worst it is drawn once more. */
	private Feed feed(FeedFormat format, @Nullable NewsLevel level, String origin, Instant changedAt) {
		List<ApprovedItem> items = this.news.latest(new NewsListQuery(level, null, null, ITEMS));
		List<Tombstone> withdrawn = this.news.tombstonesSince(this.clock.instant().minus(ANNOUNCED_FOR));
		return new Feed(origin, level, origin + "/feeds" + format.path() + query(level), changedAt, items, withdrawn);
	}

	/** The end of an address that chooses a level. */
	static String query(@Nullable NewsLevel level) {
		return (level != null) ? "?level=" + level.code() : "";
	}

	/**
	 * What was seen a moment ago.
	 *
	 * @param changedAt when what is shown changed last
	 * @param nanos when that was asked
	 */
	private record Glance(Instant changedAt, long nanos) {
	}

}
