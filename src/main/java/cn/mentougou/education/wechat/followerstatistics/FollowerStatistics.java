package cn.mentougou.education.wechat.followerstatistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.wechat.follower.Way;

/** The desk of the figures about followers. */
@Component
public class FollowerStatistics {

	private static final int LONGEST = 366;

	private final MoveMapper mapper;

	private final ObjectProvider<PlaceNames> places;

	FollowerStatistics(MoveMapper mapper, ObjectProvider<PlaceNames> places) {
		this.mapper = mapper;
		this.places = places;
	}

	/** How many followed the account at the end of this day. */
	public long followingOn(String appId, LocalDate day) {
		return this.mapper.following(appId, day);
	}

	/**
	 * The comings and goings between two days, both included.
	 * @throws Refusal.Invalid if the days are in the wrong order or too far apart
	 */
	public List<Tally> between(String appId, LocalDate from, LocalDate until, Grouping by) {
		if (until.isBefore(from)) {
			throw new Refusal.Invalid("followerstatistics.days-reversed");
		}
		if (ChronoUnit.DAYS.between(from, until) >= LONGEST) {
			throw new Refusal.Invalid("followerstatistics.too-long", LONGEST);
		}
		return switch (by) {
			case DAY -> byDay(appId, from, until);
			case WAY -> named(this.mapper.byWay(appId, from, until), Way::title);
			case SCENE ->
				named(this.mapper.byScene(appId, from, until), (scene) -> scene.isEmpty() ? "没有经过带参二维码" : scene);
			case PLACE -> byPlace(appId, this.mapper.byScene(appId, from, until));
		};
	}

	/** Every day stands there, also one on which nothing happened. */
	private List<Tally> byDay(String appId, LocalDate from, LocalDate until) {
		Map<String, MoveMapper.Sum> sums = this.mapper.byDay(appId, from, until)
			.stream()
			.collect(Collectors.toMap(MoveMapper.Sum::name, Function.identity()));
		long following = this.mapper.following(appId, from.minusDays(1));
		List<Tally> days = new ArrayList<>();
		for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
			MoveMapper.Sum sum = sums.getOrDefault(day.toString(), new MoveMapper.Sum(day.toString(), 0, 0));
			following += sum.followed() - sum.unfollowed();
			days.add(new Tally(sum.name(), sum.followed(), sum.unfollowed(), following));
		}
		return days;
	}

	private static List<Tally> named(List<MoveMapper.Sum> sums, Function<String, String> title) {
		return sums.stream()
			.map((sum) -> new Tally(title.apply(sum.name()), sum.followed(), sum.unfollowed(),
					sum.followed() - sum.unfollowed()))
			.toList();
	}

	private List<Tally> byPlace(String appId, List<MoveMapper.Sum> sums) {
		Map<String, String> known = new HashMap<>();
		List<String> scenes = sums.stream().map(MoveMapper.Sum::name).filter((scene) -> !scene.isEmpty()).toList();
		this.places.orderedStream().forEach((names) -> known.putAll(names.placesOf(appId, scenes)));
		Map<String, Tally> byPlace = new LinkedHashMap<>();
		for (MoveMapper.Sum sum : sums) {
			String place = sum.name().isEmpty() ? "没有经过带参二维码" : known.getOrDefault(sum.name(), "其他二维码");
			byPlace.merge(place, new Tally(place, sum.followed(), sum.unfollowed(), sum.followed() - sum.unfollowed()),
					FollowerStatistics::sum);
		}
		return List.copyOf(byPlace.values());
	}

	private static Tally sum(Tally one, Tally other) {
		return new Tally(one.name(), one.followed() + other.followed(), one.unfollowed() + other.unfollowed(),
				one.following() + other.following());
	}

}
