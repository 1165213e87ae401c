package cn.mentougou.education.newsroom.draft;

import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.news.NewsId;

/** How the working versions of items stand, for those who plan what goes out. */
@Component
public class Standings {

	private final StandingMapper mapper;

	Standings(StandingMapper mapper) {
		this.mapper = mapper;
	}

	/** The standing of each of these items that there is, in no order. */
	public List<Standing> of(Collection<NewsId> items) {
		return items.isEmpty() ? List.of() : this.mapper.of(items.stream().map(NewsId::value).distinct().toList());
	}

	/**
	 * How an item stands.
	 *
	 * @param id its number
	 * @param stage how far it is
	 * @param title its title now
	 * @param contentHash the hash of its working version
	 */
	public record Standing(long id, Stage stage, String title, String contentHash) {
	}

}
