package cn.mentougou.education.office.review;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/**
 * Content as it stands now.
 *
 * @param kind the code of its kind
 * @param id its number within the kind
 * @param version which version of it this is
 * @param title what it is called
 * @param contentHash SHA-256 over everything that will be shown, in hex
 * @param unitId the unit that it belongs to
 * @param authors the people who wrote any of it
 * @param page where in the console exactly that is shown which is approved
 */
public record ReviewSubject(String kind, String id, int version, String title, String contentHash, long unitId,
		Set<Long> authors, String page) {

	/** Copies the authors. */
	public ReviewSubject {
		authors = Set.copyOf(authors);
	}

	/**
	 * The role that the actor uses for content of this unit, rather an own one than one
	 * of somebody absent, and never one of somebody who had a hand in it.
	 * @throws Refusal.Forbidden if the actor holds none of the roles, or had a hand in it
	 * @throws Refusal.NotFound if the unit is none of the actor's
	 */
	static Grant grant(Actor actor, Set<Role> roles, UnitId unit, Set<Long> hands) {
		actor.require(roles.toArray(Role[]::new));
		List<Grant> held = actor.grants()
			.stream()
			.filter((grant) -> roles.contains(grant.role()) && grant.reach().contains(unit))
			.toList();
		if (held.isEmpty()) {
			throw new Refusal.NotFound("review.no-such-review");
		}
		if (hands.contains(actor.id())) {
			throw new Refusal.Forbidden("review.own-work");
		}
		return held.stream()
			.filter((grant) -> !isOfOne(grant, hands))
			.min(Comparator.comparing((grant) -> grant.onBehalfOf() != null))
			.orElseThrow(() -> new Refusal.Forbidden("review.work-of-the-absent"));
	}

	private static boolean isOfOne(Grant grant, Set<Long> hands) {
		PersonId absent = grant.onBehalfOf();
		return absent != null && hands.contains(absent.value());
	}

	/** Leaves the title out of every log. */
	@Override
	public String toString() {
		return "ReviewSubject[" + this.kind + ":" + this.id + " version " + this.version + "]";
	}

}
