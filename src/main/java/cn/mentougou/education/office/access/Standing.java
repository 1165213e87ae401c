package cn.mentougou.education.office.access;

import java.util.Optional;

import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;

/**
 * Knows who a person is at this moment. It is asked at each request, so that what was
 * taken away is gone with the next one.
 */
public interface Standing {

	/**
	 * The person with the roles held now.
	 * @param version the number of the sign-in when the session began
	 * @param address where the request comes from
	 * @return empty if the person is gone, or the sign-in was disabled or changed since
	 */
	Optional<Actor> actorOf(PersonId person, int version, String address);

}
