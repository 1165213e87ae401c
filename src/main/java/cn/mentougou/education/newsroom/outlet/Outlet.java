package cn.mentougou.education.newsroom.outlet;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A newspaper, station or site.
 *
 * @param id its number
 * @param name what it is called
 * @param kind what sort it is
 * @param site its address; may be empty
 * @param listedOn the day of the list of sources (稿源名单) on which somebody found it; null
 * if nobody did
 * @param listedPlace where on the list, such as its part; may be empty
 * @param listedBy who looked it up
 * @param listedAt when
 * @param permission what may be reprinted, as agreed; may be empty
 * @param isUsed whether it is offered in the editor
 * @param revision how often it was changed
 */
public record Outlet(long id, String name, OutletKind kind, String site, @Nullable LocalDate listedOn,
		String listedPlace, @Nullable Long listedBy, @Nullable Instant listedAt, String permission, boolean isUsed,
		int revision) {

}
