package cn.mentougou.wechatsim.control;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.push.PushOptions;
import cn.mentougou.wechatsim.push.PushSettings;
import cn.mentougou.wechatsim.world.MenuButton;
import cn.mentougou.wechatsim.world.Person;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.World;

/** Everything that the phone page shows beside chats and traffic. */
record StateView(Instant now, List<AccountView> accounts, List<PersonView> persons, SettingsView settings,
		PushOptions pushOptions, List<Fault> faults, long seed) {

	static StateView of(Parts parts) {
		World world = parts.world();
		return new StateView(world.clock().instant(), accounts(parts), persons(world),
				SettingsView.of(parts.desk().settings()), parts.desk().options(), parts.faults().list(),
				world.random().seed());
	}

	/** The people with a phone; a crowd has none. */
	static List<PersonView> persons(World world) {
		return world.persons()
			.stream()
			.filter((person) -> !person.crowd())
			.map((person) -> PersonView.of(world, person))
			.toList();
	}

	static List<AccountView> accounts(Parts parts) {
		return parts.world().accounts().stream().map((account) -> AccountView.of(parts, account)).toList();
	}

	/** An account without its secrets, and its default menu in force. */
	record AccountView(String appId, String name, SimAccount.Kind kind, String originalId, SimAccount.Mode mode,
			boolean verified, @Nullable String webhookUrl, List<MenuButton> menu) {

		static AccountView of(Parts parts, SimAccount account) {
			return new AccountView(account.appId(), account.name(), account.kind(), account.originalId(),
					account.mode(), account.verified(), account.webhookUrl(), parts.menus().inForce(account));
		}

	}

	/** A person and what the person follows. */
	record PersonView(String id, String nickname, String avatar, List<String> following) {

		static PersonView of(World world, Person person) {
			List<String> following = world.accounts()
				.stream()
				.map(SimAccount::appId)
				.filter((appId) -> world.followers().follows(appId, person.id()))
				.toList();
			return new PersonView(person.id(), person.nickname(), person.avatar(), following);
		}

	}

	/** How the platform pushes. */
	record SettingsView(int attempts, long timeoutMillis, PushSettings.PushTime pushTime, boolean strict) {

		static SettingsView of(PushSettings settings) {
			return new SettingsView(settings.attempts(), settings.timeout().toMillis(), settings.pushTime(),
					settings.strict());
		}

	}

}
