package cn.mentougou.education.shared;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Who does something, with the roles held at this very moment. Every change is made by an
 * actor and recorded with it. Its text names the number alone, never the name.
 *
 * @param kind what sort of actor it is
 * @param id the person's number; 0 for the system and the public
 * @param name how the console greets the person; personal data, never recorded or logged
 * @param grants the roles held now, by appointment or delegation
 * @param address the network address the act came from, or what started it inside, such
 * as {@code job:retention}
 */
public record Actor(Kind kind, long id, String name, List<Grant> grants, String address) {

	/** Copies the grants. */
	public Actor {
		grants = List.copyOf(grants);
	}

	/**
	 * The system itself.
	 * @param what what acts, such as {@code job:retention} or {@code command:rotate-key}
	 */
	public static Actor system(String what) {
		return new Actor(Kind.SYSTEM, 0, "系统", List.of(), what);
	}

	/** Somebody who did not sign in. */
	public static Actor visitor(String address) {
		return new Actor(Kind.VISITOR, 0, "访客", List.of(), address);
	}

	/** The person; only staff are. */
	public PersonId person() {
		if (this.kind != Kind.STAFF) {
			throw new IllegalStateException("Not a person of the staff: " + this);
		}
		return new PersonId(this.id);
	}

	/** Whether one of these roles is held for any unit. */
	public boolean holds(Set<Role> roles) {
		return this.grants.stream().anyMatch((grant) -> roles.contains(grant.role()));
	}

	/** Whether the role is held for any unit. */
	public boolean holds(Role role) {
		return holds(Set.of(role));
	}

	/** Whether the role is held for this unit or one above it. */
	public boolean holds(Role role, UnitId unit) {
		return reach(role).contains(unit);
	}

	/** The units for which the role is held, with all below them. */
	public Set<UnitId> reach(Role role) {
		return this.grants.stream()
			.filter((grant) -> grant.role() == role)
			.flatMap((grant) -> grant.reach().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Refuses unless one of the roles is held.
	 * @throws Refusal.Forbidden if none is
	 */
	public void require(Role... roles) {
		if (!holds(Set.of(roles))) {
			throw new Refusal.Forbidden("console.not-your-role");
		}
	}

	/**
	 * Refuses unless the role is held for this unit.
	 * @throws Refusal.NotFound if it is not: what lies outside one's units does not exist
	 */
	public void require(Role role, UnitId unit) {
		if (!holds(role, unit)) {
			throw new Refusal.NotFound("console.no-such-thing");
		}
	}

	/**
	 * Whether the actor may approve, in this role and for this unit, what that person
	 * made: not one's own work, and not as the delegate of the one who made it.
	 */
	public boolean mayApprove(Role role, UnitId unit, PersonId author) {
		return !(this.kind == Kind.STAFF && this.id == author.value()) && this.grants.stream()
			.anyMatch((grant) -> grant.role() == role && grant.reach().contains(unit) && !isOf(grant, author));
	}

	private static boolean isOf(Grant grant, PersonId author) {
		@Nullable PersonId principal = grant.onBehalfOf();
		return author.equals(principal);
	}

	@Override
	public String toString() {
		return this.kind + ":" + this.id;
	}

	/** What sort of actor it is. */
	public enum Kind {

		/** A person of the commission, a section, a school or an institute. */
		STAFF,

		/** The system itself: a job or a command of the operator. */
		SYSTEM,

		/** Anybody who did not sign in. */
		VISITOR

	}

}
