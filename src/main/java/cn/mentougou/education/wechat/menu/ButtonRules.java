package cn.mentougou.education.wechat.menu;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is demanded of one entry. Lengths are bytes of UTF-8: a name of the first level 16
 * (40018), one below it 60 (40025), a key 128 (40019, 40026), an address 1024 (40020,
 * 40027); the phone shows 4 and 8 wide characters of a name and then an ellipsis.
 */
final class ButtonRules {

	private static final int KEY_BYTES = 128;

	private static final int URL_BYTES = 1024;

	private static final int ID_BYTES = 128;

	private final String place;

	private final MenuRules.Known known;

	private final List<MenuFault> faults;

	ButtonRules(String place, MenuRules.Known known, List<MenuFault> faults) {
		this.place = place;
		this.known = known;
		this.faults = faults;
	}

	void name(String name, boolean isFirstLevel) {
		int most = isFirstLevel ? 16 : 60;
		int shown = isFirstLevel ? 4 : 8;
		if (name.isEmpty()) {
			refuse("menu.name-missing");
		}
		else if (name.chars().anyMatch(Character::isISOControl)) {
			refuse("menu.name-control");
		}
		else if (bytes(name) > most) {
			refuse("menu.name-too-long", bytes(name), most, most / 3);
		}
		else if (width(name) > 2 * shown) {
			warn("menu.name-cut", shown);
		}
	}

	/** Checks an entry that does something. */
	void leaf(MenuButton button) {
		if (button.kind() == ButtonKind.SUBMENU) {
			refuse("menu.too-deep");
			return;
		}
		if (button.kind() == ButtonKind.FOREIGN) {
			refuse("menu.kind-unknown", button.value());
			return;
		}
		switch (button.kind().value()) {
			case KEY -> key(button);
			case URL -> url(button);
			case MEDIA -> id(button.value(), "menu.media-missing");
			case ARTICLE -> id(button.value(), "menu.article-missing");
			case NONE -> throw new IllegalStateException(button.kind().name());
		}
	}

	private void key(MenuButton button) {
		String key = button.value();
		if (key.isEmpty()) {
			refuse("menu.key-missing");
		}
		else if (bytes(key) > KEY_BYTES) {
			refuse("menu.key-too-long", bytes(key), KEY_BYTES);
		}
		else if (button.kind().isAnswered() && !this.known.keys().contains(key)) {
			refuse("menu.key-unanswered", key);
		}
	}

	private void url(MenuButton button) {
		String url = button.value();
		Optional<String> host = host(url);
		if (url.isEmpty()) {
			refuse((button.kind() == ButtonKind.VIEW) ? "menu.url-missing" : "menu.mini-url-missing");
		}
		else if (bytes(url) > URL_BYTES) {
			refuse("menu.url-too-long", bytes(url), URL_BYTES);
		}
		else if (host.isEmpty()) {
			refuse("menu.url-malformed");
		}
		else if (!this.known.mayOpen(url, host.get())) {
			refuse("menu.domain-not-allowed", host.get());
		}
		else if (url.startsWith("http:")) {
			warn("menu.url-not-https");
		}
		if (button.kind() == ButtonKind.MINIPROGRAM) {
			miniProgram(button);
		}
	}

	private void miniProgram(MenuButton button) {
		if (!button.appId().matches("wx[0-9a-z]{16}")) {
			refuse("menu.mini-app-id");
		}
		if (button.pagePath().isEmpty()) {
			refuse("menu.mini-page-missing");
		}
		else if (bytes(button.pagePath()) > URL_BYTES) {
			refuse("menu.mini-page-too-long", URL_BYTES);
		}
	}

	private void id(String id, String missing) {
		if (id.isEmpty()) {
			this.faults.add(new MenuFault(this.place, missing, List.of(), false));
		}
		else if (bytes(id) > ID_BYTES || !id.matches("[!-~]+")) {
			refuse("menu.id-malformed");
		}
	}

	/** The host of an address that a browser would open; nothing if it is none. */
	static Optional<String> host(String url) {
		if (!url.matches("https?://[!-~]+")) {
			return Optional.empty();
		}
		try {
			URI address = new URI(url.replaceFirst("#.*", ""));
			return (address.getHost() == null || address.getUserInfo() != null) ? Optional.empty()
					: Optional.of(address.getHost().toLowerCase(Locale.ROOT));
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

	/** In halves of a wide character. */
	private static int width(String name) {
		return name.codePoints().map((letter) -> (letter < 0x2E80) ? 1 : 2).sum();
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	private void refuse(String code, Object... arguments) {
		this.faults.add(new MenuFault(this.place, code, List.of(arguments), false));
	}

	private void warn(String code, Object... arguments) {
		this.faults.add(new MenuFault(this.place, code, List.of(arguments), true));
	}

}
