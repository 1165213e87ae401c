package cn.mentougou.wechatsim.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What every person saw on the phone, oldest first. */
public final class PhoneLog {

	private static final int KEPT = 20_000;

	private final World world;

	private final List<Bubble> bubbles = new ArrayList<>();

	PhoneLog(World world) {
		this.world = world;
	}

	public Bubble show(Bubble.Chat chat, Bubble.Content content, Bubble.Origin origin) {
		Bubble bubble = new Bubble(world.nextId("b"), chat.personId(), chat.appId(), world.clock().instant(),
				origin.side(), content.kind(), content.text(), content.picUrl(), content.title(), content.url(),
				content.articles(), origin.via(), origin.pushId(), content.rows());
		synchronized (this) {
			bubbles.add(bubble);
			if (bubbles.size() > KEPT) {
				bubbles.subList(0, KEPT / 10).clear();
			}
		}
		world.broadcast().tell("phone", bubble);
		return bubble;
	}

	public synchronized List<Bubble> of(String personId, @Nullable String appId) {
		return bubbles.stream()
			.filter((bubble) -> bubble.personId().equals(personId))
			.filter((bubble) -> appId == null || bubble.appId().equals(appId))
			.toList();
	}

	synchronized List<Bubble> all() {
		return List.copyOf(bubbles);
	}

	synchronized void replace(Collection<Bubble> others) {
		bubbles.clear();
		bubbles.addAll(others);
	}

}
