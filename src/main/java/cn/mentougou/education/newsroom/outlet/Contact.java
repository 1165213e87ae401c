package cn.mentougou.education.newsroom.outlet;

import cn.mentougou.education.shared.Refusal;

/**
 * Somebody to call at an outlet.
 *
 * @param id its number; 0 before it is kept
 * @param name who it is
 * @param phone the telephone; may be empty
 * @param mail the mail address; may be empty
 * @param duty what for; may be empty
 */
public record Contact(long id, String name, String phone, String mail, String duty) {

	private static final int LONGEST = 60;

	/** Refuses what is no contact. */
	public Contact {
		name = line(name);
		phone = line(phone);
		mail = line(mail);
		duty = line(duty);
		if (name.isEmpty()) {
			throw new Refusal.Invalid("outlet.contact-name");
		}
	}

	private static String line(String text) {
		String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
		if (line.length() > LONGEST) {
			throw new Refusal.Invalid("outlet.contact-too-long", LONGEST);
		}
		return line;
	}

	static Contact of(long id, String sealedText) {
		String[] lines = sealedText.split("\n", -1);
		return new Contact(id, lines[0], lines[1], lines[2], lines[3]);
	}

	String text() {
		return String.join("\n", this.name, this.phone, this.mail, this.duty);
	}

	/** Keeps the person out of every log. */
	@Override
	public String toString() {
		return "Contact[" + this.id + "]";
	}

}
