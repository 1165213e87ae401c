package cn.mentougou.testrun;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import cn.mentougou.education.demo.DemoMenus;
import cn.mentougou.wechatsim.SimulatorSettings;
import cn.mentougou.wechatsim.world.MenuButton;
import cn.mentougou.wechatsim.world.SimAccount;

/**
 * An account as the effective configuration gives it, whoever wrote it.
 *
 * @param kind {@code subscription} or {@code service}
 * @param appId the account's id
 * @param originalId the account's name in messages
 * @param secret the AppSecret
 * @param token the word that signs pushes
 * @param aesKey the key that seals them
 * @param mode {@code plain}, {@code compatible} or {@code safe}
 * @param verified whether the platform verified the account
 */
public record DemoAccount(String kind, String appId, String originalId, String secret, String token,
		@Nullable String aesKey, String mode, @DefaultValue("true") boolean verified) {

	static List<DemoAccount> of(Environment environment) {
		return Binder.get(environment)
			.bind("education.wechat.accounts", Bindable.listOf(DemoAccount.class))
			.orElse(List.of());
	}

	/** The accounts of these properties as the simulated platform has them on file. */
	public static List<SimAccount> onPlatform(Map<String, Object> properties) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("accounts", properties));
		return of(environment).stream().map(DemoAccount::onPlatform).toList();
	}

	/**
	 * A simulated platform that has the accounts of these properties, at any free ports.
	 */
	public static SimulatorSettings settings(Map<String, Object> properties) {
		SimulatorSettings settings = SimulatorSettings.defaults().port(0).platformPort(0);
		for (SimAccount account : onPlatform(properties)) {
			settings = settings.account(account);
		}
		return settings;
	}

	/** The account as the simulated platform has it on file. */
	SimAccount onPlatform() {
		SimAccount account = isService() ? SimAccount.service(this.appId) : SimAccount.subscription(this.appId);
		SimAccount known = account.withName(isService() ? "门头沟教育服务" : "门头沟教育")
			.withSecret(this.secret)
			.withOriginalId(this.originalId)
			.withToken(this.token)
			.withMode(SimAccount.Mode.valueOf(this.mode.toUpperCase(Locale.ROOT)))
			.withVerified(this.verified);
		return (this.aesKey != null) ? known.withAesKey(this.aesKey).withPreviousAesKey(null) : known;
	}

	/** A menu as the platform shows it. */
	public static List<MenuButton> buttons(List<DemoMenus.Entry> entries) {
		return entries.stream()
			.map((entry) -> entry.entries().isEmpty() ? MenuButton.click(entry.name(), entry.key())
					: MenuButton.submenu(entry.name(), buttons(entry.entries()).toArray(MenuButton[]::new)))
			.toList();
	}

	boolean isService() {
		return "service".equalsIgnoreCase(this.kind);
	}

}
