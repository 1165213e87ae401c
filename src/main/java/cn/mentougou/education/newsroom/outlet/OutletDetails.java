package cn.mentougou.education.newsroom.outlet;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;

/**
 * What is entered about an outlet.
 *
 * @param name what it is called
 * @param kind what sort it is
 * @param site its address
 * @param listedOn the day of the list of sources on which it stands, or null
 * @param listedPlace where on it
 * @param permission what may be reprinted
 * @param isUsed whether it is offered in the editor
 */
public record OutletDetails(String name, OutletKind kind, String site, @Nullable LocalDate listedOn, String listedPlace,
		String permission, boolean isUsed) {

	private static final int LONGEST_NAME = 60;

	/** Refuses what no outlet can be. */
	public OutletDetails {
		name = name.strip();
		site = site.strip();
		listedPlace = listedPlace.strip();
		permission = permission.strip();
		if (name.isEmpty() || name.length() > LONGEST_NAME) {
			throw new Refusal.Invalid("outlet.name", LONGEST_NAME);
		}
		if (!site.isEmpty() && !site.matches("https?://[^\\s<>\"']{3,190}")) {
			throw new Refusal.Invalid("outlet.site");
		}
		if (listedPlace.length() > 200 || permission.length() > 300) {
			throw new Refusal.Invalid("outlet.too-long");
		}
		if (listedOn == null && !listedPlace.isEmpty()) {
			throw new Refusal.Invalid("outlet.listed-on");
		}
	}

}
