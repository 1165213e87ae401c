package cn.mentougou.education.office.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;

/** The passwords that guessers try first, in lower case. */
record CommonPasswords(Set<String> words) {

	/** The list that comes with the product. */
	static CommonPasswords load() {
		try {
			String list = new ClassPathResource("common-passwords.txt", CommonPasswords.class)
				.getContentAsString(StandardCharsets.UTF_8);
			return new CommonPasswords(list.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.collect(Collectors.toUnmodifiableSet()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean contain(String plain) {
		return this.words.contains(plain);
	}

}
