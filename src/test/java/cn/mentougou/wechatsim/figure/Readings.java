package cn.mentougou.wechatsim.figure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

import tools.jackson.databind.JsonNode;

import cn.mentougou.wechatsim.article.Post;
import cn.mentougou.wechatsim.world.Json;
import cn.mentougou.wechatsim.world.SimClock;
import cn.mentougou.wechatsim.world.World;
import cn.mentougou.wechatsim.world.WorldPart;

/** Who did what with which article on which day. */
public final class Readings implements WorldPart {

	/** From so many receivers on a send has a crowd, which reads without phones. */
	private static final int CROWD = 50;

	/** Of a thousand receivers so many read on the first day, the second, and so on. */
	private static final int[] PER_THOUSAND = { 120, 45, 20, 9, 5, 2, 1 };

	private final World world;

	/** Each person counts once a day for each deed. */
	private final Set<Deed> deeds = new LinkedHashSet<>();

	private final Map<Place, Figures> added = new LinkedHashMap<>();

	private final Set<String> delayed = ConcurrentHashMap.newKeySet();

	private volatile ToIntFunction<Post> told = (post) -> 0;

	public Readings(World world) {
		this.world = world;
	}

	/** How many people were told of a post, for the crowd among them. */
	public void told(ToIntFunction<Post> counter) {
		this.told = counter;
	}

	/** A person did something with an article today. */
	public void did(Post post, int index, String personId, Kind kind) {
		synchronized (this) {
			deeds.add(new Deed(new Place(post.articleId(), index, LocalDate.now(world.clock())), personId, kind));
		}
		world.changed();
	}

	/** Adds figures by hand, for any day. */
	public void add(String articleId, int index, LocalDate on, Figures figures) {
		synchronized (this) {
			added.merge(new Place(articleId, index, on), figures, Figures::plus);
		}
		world.changed();
	}

	/** From now on the account's figures of yesterday are late, or no longer. */
	public void late(String appId, boolean value) {
		if (value) {
			delayed.add(appId);
		}
		else {
			delayed.remove(appId);
		}
	}

	boolean isLate(String appId) {
		return delayed.contains(appId);
	}

	/** What is counted of an article on a day. */
	public synchronized Figures of(Post post, int index, LocalDate on) {
		Place place = new Place(post.articleId(), index, on);
		Figures figures = added.getOrDefault(place, Figures.NONE).plus(crowd(post, index, on));
		for (Deed deed : deeds) {
			if (deed.place().equals(place)) {
				figures = figures.plus(deed.kind().one());
			}
		}
		return figures;
	}

	private Figures crowd(Post post, int index, LocalDate on) {
		int receivers = told.applyAsInt(post);
		long day = ChronoUnit.DAYS.between(LocalDate.ofInstant(post.at(), SimClock.BEIJING), on);
		if (receivers < CROWD || day < 0 || day >= PER_THOUSAND.length) {
			return Figures.NONE;
		}
		int chance = Integer.parseInt(world.random().digits(2, "reads", post.articleId(), index, day));
		int read = receivers * PER_THOUSAND[(int) day] * (70 + chance % 61) / 100_000;
		int readers = (index == 1) ? read : read / 3;
		return new Figures(readers, readers / 12, readers / 20, readers / 15, 0);
	}

	@Override
	public String name() {
		return "readings";
	}

	@Override
	public synchronized void forgetPeople() {
		deeds.clear();
	}

	@Override
	public synchronized Object saved() {
		return new Saved(new ArrayList<>(deeds),
				added.entrySet().stream().map((entry) -> new Added(entry.getKey(), entry.getValue())).toList());
	}

	@Override
	public synchronized void restore(JsonNode saved) {
		deeds.clear();
		added.clear();
		if (saved.isMissingNode()) {
			return;
		}
		Saved read = Json.MAPPER.treeToValue(saved, Saved.class);
		deeds.addAll(read.deeds());
		read.added().forEach((one) -> added.put(one.place(), one.figures()));
	}

	/** What one can do with an article. */
	public enum Kind {

		/** Opens it. */
		READ(new Figures(1, 0, 0, 0, 0)),
		/** Sends it on. */
		SHARE(new Figures(0, 1, 0, 0, 0)),
		/** 在看. */
		ZAIKAN(new Figures(0, 0, 1, 0, 0)),
		/** 点赞. */
		LIKE(new Figures(0, 0, 0, 1, 0)),
		/** 留言. */
		COMMENT(new Figures(0, 0, 0, 0, 1));

		private final Figures one;

		Kind(Figures one) {
			this.one = one;
		}

		Figures one() {
			return one;
		}

	}

	/** An article on a day. */
	record Place(String articleId, int index, LocalDate on) {
	}

	/** Who did what there. */
	record Deed(Place place, String personId, Kind kind) {
	}

	/** Figures that were added by hand. */
	record Added(Place place, Figures figures) {
	}

	/** Everything as a snapshot keeps it. */
	record Saved(List<Deed> deeds, List<Added> added) {
	}

}
