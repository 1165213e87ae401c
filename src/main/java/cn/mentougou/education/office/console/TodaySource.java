package cn.mentougou.education.office.console;

import java.time.LocalDate;
import java.util.List;

import cn.mentougou.education.shared.Actor;

/** A desk that has work for people: it fills the page 今日. */
public interface TodaySource {

	/**
	 * What is due, overdue or waiting for this actor, and nothing that the actor may not
	 * see. It is asked at each visit, so it reads by an index and returns at most fifty.
	 */
	List<TodayEntry> entriesFor(Actor actor, LocalDate today);

}
