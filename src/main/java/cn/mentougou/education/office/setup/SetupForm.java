package cn.mentougou.education.office.setup;

import org.jspecify.annotations.Nullable;

/**
 * What is typed on the pages of the first start.
 *
 * @param link the word of the link
 * @param commission the name of the commission
 * @param name the administrator's whole name
 * @param phone the administrator's phone
 * @param username the name to sign in with
 * @param password the password
 * @param again the password once more
 */
record SetupForm(@Nullable String link, @Nullable String commission, @Nullable String name, @Nullable String phone,
		@Nullable String username, @Nullable String password, @Nullable String again) {

	static SetupForm of(String link) {
		return new SetupForm(link, null, null, null, null, null, null);
	}

	Word word() {
		return new Word(typed(this.link));
	}

	static String typed(@Nullable String text) {
		return (text != null) ? text : "";
	}

	@Override
	public String toString() {
		return "SetupForm";
	}

}
