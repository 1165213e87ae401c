package cn.mentougou.wechatsim.notice;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A template that an account has taken into use. */
public record SimTemplate(String appId, String id, Kind kind, String title, List<Field> fields) {

	public SimTemplate {
		fields = List.copyOf(fields);
	}

	/** The words of the template with a gap for each field. */
	String content() {
		return lines((field) -> "{{" + field.name() + ".DATA}}");
	}

	String example() {
		return lines(Field::example);
	}

	private String lines(Function<Field, String> value) {
		String colon = kind.isSubscribed() ? ":" : "：";
		return fields.stream()
			.map((field) -> field.label() + colon + value.apply(field) + "\n")
			.collect(Collectors.joining());
	}

	/** By which channel and with what consent the template is sent. */
	public enum Kind {

		/** 类目模板消息, to everybody who follows. */
		@JsonProperty("template")
		TEMPLATE(1),
		/** 一次性订阅通知: one notice for each consent. */
		@JsonProperty("one-time")
		ONE_TIME(2),
		/** 长期订阅通知: as many as needed until the consent is withdrawn. */
		@JsonProperty("long-term")
		LONG_TERM(3);

		private final int type;

		Kind(int type) {
			this.type = type;
		}

		/** The platform's number for it in lists of subscription templates. */
		int type() {
			return type;
		}

		boolean isSubscribed() {
			return this != TEMPLATE;
		}

	}

	/** One gap: its technical name such as {@code thing1}, its label and an example. */
	public record Field(String name, String label, String example) {

		/** The name without its number, which is what the limits hang on. */
		String prefix() {
			return name.replaceAll("\\d+$", "");
		}

	}

}
