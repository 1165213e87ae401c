package cn.mentougou.education.office.console;

import java.util.List;

import cn.mentougou.education.shared.Actor;

/** A desk whose things can be found by the search box. */
public interface SearchSource {

	/** At most ten things that contain the words and that this actor may see. */
	List<Hit> find(Actor actor, String words);

	/**
	 * A thing found.
	 *
	 * @param kind what sort of thing, in Chinese, such as 单位
	 * @param title what it is called
	 * @param href where it is
	 */
	record Hit(String kind, String title, String href) {
	}

}
