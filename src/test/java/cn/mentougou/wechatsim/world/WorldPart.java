package cn.mentougou.wechatsim.world;

import tools.jackson.databind.JsonNode;

/**
 * What the platform knows beyond people and chats; it lies in a package of its own and is
 * saved and set back with the rest of the world.
 */
public interface WorldPart {

	/** The name under which a snapshot keeps it. */
	String name();

	/** Everything that lasts, as it is written to a snapshot. */
	Object saved();

	/** Puts back what was saved; where nothing was, the node is a missing one. */
	void restore(JsonNode saved);

	/** The person left the account; what the platform forgets then goes. */
	default void left(String appId, String openId) {
	}

	/** Forgets what it knows of people; what the accounts set up stays. */
	default void forgetPeople() {
	}

}
