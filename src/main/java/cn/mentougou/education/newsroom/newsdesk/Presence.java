package cn.mentougou.education.newsroom.newsdesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.draft.NewsItem;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.shared.Actor;

/** Tells two people who work on one item of each other. */
@Component
class Presence {

	/** The editor calls every fifteen seconds. */
	private static final Duration THERE = Duration.ofSeconds(45);

	private final PresenceMapper mapper;

	private final People people;

	private final Clock clock;

	Presence(PresenceMapper mapper, People people, Clock clock) {
		this.mapper = mapper;
		this.people = people;
		this.clock = clock;
	}

	/** Notes that the actor is there, and names the others who are. */
	List<String> enter(Actor actor, NewsItem item) {
		Instant now = this.clock.instant();
		this.mapper.seen(item.id(), actor.id(), now);
		this.mapper.forget(item.id(), now.minus(THERE.multipliedBy(2)));
		List<Long> others = this.mapper.others(item.id(), actor.id(), now.minus(THERE));
		Map<Long, String> names = this.people.namesOf(others);
		return others.stream().map((id) -> names.getOrDefault(id, id + " 号人员")).toList();
	}

}
