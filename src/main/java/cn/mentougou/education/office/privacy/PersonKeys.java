package cn.mentougou.education.office.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys of one person, or of all people who are held.
 *
 * @param all the keys
 */
public record PersonKeys(Set<PersonKey> all) {

	/** Nobody. */
	public static final PersonKeys NONE = new PersonKeys(Set.of());

	/** Copies the keys. */
	public PersonKeys {
		all = Set.copyOf(all);
	}

	/** These keys. */
	public static PersonKeys of(PersonKey... keys) {
		return new PersonKeys(Set.of(keys));
	}

	/** These and more. */
	public PersonKeys with(Collection<? extends PersonKey> more) {
		Set<PersonKey> both = new LinkedHashSet<>(this.all);
		both.addAll(more);
		return new PersonKeys(both);
	}

	/** Whether there is none. */
	public boolean isEmpty() {
		return this.all.isEmpty();
	}

	/** Whether this key is one of them. */
	public boolean contains(PersonKey key) {
		return this.all.contains(key);
	}

	/** Those of one kind. */
	public <K extends PersonKey> List<K> of(Class<K> kind) {
		return this.all.stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	/** The openids. */
	public Set<String> openIds() {
		return of(PersonKey.OpenId.class).stream().map(PersonKey.OpenId::value).collect(Collectors.toSet());
	}

	/**
	 * Whether one of the openids stands in this text, whole: in a message of the person,
	 * in an answer to them, in whatever else was pushed about them.
	 */
	public boolean areNamedIn(byte[] text) {
		return openIds().stream().anyMatch((openId) -> isNamed(openId.getBytes(StandardCharsets.UTF_8), text));
	}

	private static boolean isNamed(byte[] code, byte[] text) {
		for (int at = 0; at <= text.length - code.length; at++) {
			if (text[at] == code[0] && Arrays.equals(text, at, at + code.length, code, 0, code.length)
					&& !isPart(text, at - 1) && !isPart(text, at + code.length)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isPart(byte[] text, int at) {
		return at >= 0 && at < text.length
				&& (text[at] == '_' || text[at] == '-' || Character.isLetterOrDigit(text[at] & 0x7F) && text[at] > 0);
	}

	@Override
	public String toString() {
		return this.all.stream().map(Object::toString).sorted().collect(Collectors.joining("、"));
	}

}
