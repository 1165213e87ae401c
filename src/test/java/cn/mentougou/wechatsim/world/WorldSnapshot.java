package cn.mentougou.wechatsim.world;

import java.time.Duration;
import java.util.List;

/** Everything that lasts, in a form that can be written to a file and read again. */
public record WorldSnapshot(long seed, Duration clockOffset, long counter, long lastMessageId,
		List<SimAccount> accounts, List<Person> persons, List<Follower> followers, List<QuotaBuckets.Bucket> buckets,
		List<Bubble> bubbles) {
}
