package cn.mentougou.wechatsim.world;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** Everything that lasts, in a form that can be written to a file and read again. */
public record WorldSnapshot(long seed, Duration clockOffset, long counter, long lastMessageId,
		List<SimAccount> accounts, List<Person> persons, List<Follower> followers, List<QuotaBuckets.Bucket> buckets,
		List<Bubble> bubbles, Map<String, JsonNode> parts) {

	public WorldSnapshot {
		// A file of before the world had parts has none.
		parts = (parts != null) ? Map.copyOf(parts) : Map.of();
	}

	/** The same, with other accounts. */
	public WorldSnapshot withAccounts(List<SimAccount> others) {
		return new WorldSnapshot(seed, clockOffset, counter, lastMessageId, others, persons, followers, buckets,
				bubbles, parts);
	}

}
