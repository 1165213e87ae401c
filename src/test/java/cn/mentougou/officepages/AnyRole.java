package cn.mentougou.officepages;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import cn.mentougou.education.office.access.Standing;
import cn.mentougou.education.office.session.CurrentSession;
import cn.mentougou.education.office.session.SessionId;
import cn.mentougou.education.office.session.Sessions;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Grant;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/** Lets a test begin a session in a role, behind a door that is open in tests alone. */
@TestConfiguration(proxyBeanMethods = false)
class AnyRole {

	/** Where the session begins. */
	static final String DOOR = "/console/sign-in/as/";

	@Bean
	@Primary
	Standing anyStanding() {
		return (person, version, address) -> {
			UnitId unit = new UnitId(1);
			Grant grant = new Grant(Role.values()[(int) person.value() - 1], unit, Set.of(unit), null);
			return Optional.of(new Actor(Actor.Kind.STAFF, person.value(), "王小明", List.of(grant), address));
		};
	}

	/** The door; a component because it stands in a configuration. */
	@Controller
	static class Door {

		private final Sessions sessions;

		Door(Sessions sessions) {
			this.sessions = sessions;
		}

		@GetMapping(DOOR + "{role}")
		String enter(@PathVariable Role role, HttpServletRequest request) {
			PersonId person = new PersonId(role.ordinal() + 1L);
			SessionId id = this.sessions.begin(person, 1, request.getRemoteAddr(), "test");
			CurrentSession.carry(request, id, person);
			return "redirect:/console";
		}

	}

}
