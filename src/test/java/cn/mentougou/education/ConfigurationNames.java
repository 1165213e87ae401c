package cn.mentougou.education;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Collects the names of the properties that classes read. */
final class ConfigurationNames {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(education\\.[^:}]+)");

	private final Set<String> names = new TreeSet<>();

	/** The names that this class reads, and those of its members. */
	ConfigurationNames read(Class<?> type) {
		ConfigurationProperties properties = type.getAnnotation(ConfigurationProperties.class);
		if (properties != null) {
			readRecord(properties.value().isEmpty() ? properties.prefix() : properties.value(), type);
		}
		readElement(type);
		Stream.of(type.getDeclaredFields()).forEach(this::readElement);
		Stream.of(type.getDeclaredMethods()).forEach(this::readExecutable);
		Stream.of(type.getDeclaredConstructors()).forEach(this::readExecutable);
		return this;
	}

	/** The names that this source asks the environment for. */
	ConfigurationNames readSource(String source) {
		Matcher asked = Pattern.compile("[gG]etProperty\\(\\s*\"(education\\.[^\"]+)\"").matcher(source);
		while (asked.find()) {
			this.names.add(asked.group(1));
		}
		return this;
	}

	Set<String> names() {
		return this.names;
	}

	private void readExecutable(Executable executable) {
		readElement(executable);
		Stream.of(executable.getParameters()).forEach(this::readElement);
	}

	private void readElement(AnnotatedElement element) {
		for (ConditionalOnProperty condition : AnnotatedElementUtils.findMergedRepeatableAnnotations(element,
				ConditionalOnProperty.class)) {
			String prefix = condition.prefix().isEmpty() ? "" : condition.prefix() + ".";
			Stream.of(condition.name(), condition.value())
				.flatMap(Stream::of)
				.map((name) -> prefix + name)
				.filter((name) -> name.startsWith("education."))
				.forEach(this.names::add);
		}
		Value value = AnnotatedElementUtils.findMergedAnnotation(element, Value.class);
		if (value != null) {
			Matcher placeholder = PLACEHOLDER.matcher(value.value());
			while (placeholder.find()) {
				this.names.add(placeholder.group(1));
			}
		}
	}

	private void readRecord(String prefix, Class<?> type) {
		if (!type.isRecord()) {
			throw new IllegalStateException(type.getName() + " should be a record: its components are its properties");
		}
		for (RecordComponent component : type.getRecordComponents()) {
			readComponent(prefix + "." + kebab(component.getName()), component.getGenericType());
		}
	}

	private void readComponent(String name, Type type) {
		if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
			readComponent(name + "[i]", generic.getActualTypeArguments()[0]);
		}
		else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
			readComponent(name + ".*", generic.getActualTypeArguments()[1]);
		}
		else if (type instanceof Class<?> nested && nested.isRecord()) {
			readRecord(name, nested);
		}
		else {
			this.names.add(name);
		}
	}

	private static String kebab(String name) {
		return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
	}

}
