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
		return new StateView(world.clock().instant(), accounts(world),
				world.persons().stream().map((person) -> PersonView.of(world, person)).toList(),
				SettingsView.of(parts.desk().settings()), parts.desk().options(), parts.faults().list(),
				world.random().seed());
	}

	static List<AccountView> accounts(World world) {
		return world.accounts().stream().map(AccountView::of).toList();
	}

	/** An account without its secrets. */
	record AccountView(String appId, String name, SimAccount.Kind kind, String originalId, SimAccount.Mode mode,
			boolean verified, @Nullable String webhookUrl, List<MenuButton> menu) {

		static AccountView of(SimAccount account) {
			return new AccountView(account.appId(), account.name(), account.kind(), account.originalId(),
					account.mode(), account.verified(), account.webhookUrl(), account.menu());
		}

	}

	/** A person and what the person follows. */
	record PersonView(String id, String nickname, String avatar, List<String> following) {

		static PersonView of(World world, Person person) {
			return new PersonView(person.id(), person.nickname(), person.avatar(),
					world.followers().followedBy(person.id()));
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
