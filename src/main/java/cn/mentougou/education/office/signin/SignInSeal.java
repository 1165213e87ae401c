package cn.mentougou.education.office.signin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;

/** Seals names and secrets of sign-ins for their places and opens them again. */
@Component
class SignInSeal {

	/**
	 * Of the look-up values of names, those that somebody has and those that nobody has.
	 */
	static final String USERNAME_DOMAIN = "signin.username";

	private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}](?:[._-]?[\\p{L}\\p{N}]){1,31}");

	private final Vault vault;

	private final LookupIndex index;

	SignInSeal(Vault vault, LookupIndex index) {
		this.vault = vault;
		this.index = index;
	}

	/** A name as it is compared: capitals and wide letters do not matter. */
	static String spelled(String typed) {
		return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * A name as it is kept.
	 * @throws Refusal.Invalid if it cannot be one
	 */
	static String checked(String typed) {
		String username = spelled(typed);
		if (!USERNAME.matcher(username).matches()) {
			throw new Refusal.Invalid("signin.username-invalid");
		}
		return username;
	}

	byte[] usernameKey(String username) {
		return this.index.of(USERNAME_DOMAIN, username);
	}

	byte[] codeKey(PersonId person, String letters) {
		return this.index.of("signin.recovery-code", String.valueOf(person.value()), letters);
	}

	byte[] username(PersonId person, String username) {
		return this.vault.seal(username, usernamePlace(person.value()));
	}

	byte[] password(PersonId person, String hash) {
		return this.vault.seal(hash, passwordPlace(person.value()));
	}

	String password(PersonId person, byte[] sealed) {
		return this.vault.open(sealed, passwordPlace(person.value()));
	}

	byte[] totp(PersonId person, Totp totp) {
		return this.vault.seal(totp.letters(), totpPlace(person.value()));
	}

	Totp totp(PersonId person, byte[] sealed) {
		return Totp.of(this.vault.open(sealed, totpPlace(person.value())));
	}

	SignIn open(SignInMapper.Row row) {
		return new SignIn(row.person(), this.vault.open(row.username(), usernamePlace(row.personId())), row.state(),
				row.version(), row.mustChange(), row.passwordSetAt(), row.passwordGoodUntil(), row.totpSecret() != null,
				row.lastSignedInAt());
	}

	static String usernamePlace(long person) {
		return "sign_in.username:" + person;
	}

	/** The same for former passwords: what is replaced is moved there as it is. */
	static String passwordPlace(long person) {
		return "sign_in.password_hash:" + person;
	}

	static String totpPlace(long person) {
		return "sign_in.totp_secret:" + person;
	}

}
