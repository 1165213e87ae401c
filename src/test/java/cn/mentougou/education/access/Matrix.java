package cn.mentougou.education.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import cn.mentougou.education.shared.Role;

/** The table of routes and who may use them. */
final class Matrix {

	private Matrix() {
	}

	static List<Route> routes() throws IOException {
		return Files.readAllLines(Path.of("src/test/resources/access/matrix.txt"))
			.stream()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map((line) -> Route.of(line.trim().split("\\s+")))
			.toList();
	}

	/** The routes behind the door. */
	static List<Route> console() throws IOException {
		return routes().stream().filter((route) -> route.isOpenTo() == Openness.ROLES).toList();
	}

	/** The pages in WeChat. */
	static List<Route> h5(Openness openness) throws IOException {
		return routes().stream().filter((route) -> route.isOpenTo() == openness).toList();
	}

	/** How a route is kept. */
	enum Openness {

		/** Anybody may read it. */
		PUBLIC,

		/** Signing in and out. */
		DOOR,

		/** Pages in WeChat that need nobody to be known. */
		GUEST,

		/** Pages in WeChat for whoever is known to the platform. */
		VISITOR,

		/** Only these roles. */
		ROLES

	}

	/**
	 * A route.
	 *
	 * @param method GET, POST or ANY
	 * @param path with its variables
	 * @param isOpenTo how it is kept
	 * @param roles who may use it
	 * @param object what its variable stands for, or an empty text
	 */
	record Route(String method, String path, Openness isOpenTo, Set<Role> roles, String object) {

		private static Route of(String... words) {
			Openness openness = switch (words[2]) {
				case "PUBLIC" -> Openness.PUBLIC;
				case "DOOR" -> Openness.DOOR;
				case "GUEST" -> Openness.GUEST;
				case "VISITOR" -> Openness.VISITOR;
				default -> Openness.ROLES;
			};
			Set<Role> roles = switch (words[2]) {
				case "PUBLIC", "DOOR", "GUEST", "VISITOR" -> Set.of();
				case "EVERYONE" -> EnumSet.allOf(Role.class);
				default -> Arrays.stream(words[2].split(",")).map(Role::valueOf).collect(Collectors.toSet());
			};
			return new Route(words[0], words[1], openness, roles, words.length > 3 ? words[3] : "");
		}

		boolean isVisit() {
			return this.method.equals("GET");
		}

		/** The address with these values for its variables. */
		String with(Map<String, String> values) {
			String address = this.path;
			for (Map.Entry<String, String> value : values.entrySet()) {
				address = address.replace("{" + value.getKey() + "}", value.getValue());
			}
			return address;
		}

		@Override
		public String toString() {
			return this.method + " " + this.path;
		}

	}

}
