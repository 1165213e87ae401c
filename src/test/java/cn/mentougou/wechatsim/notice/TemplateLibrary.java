package cn.mentougou.wechatsim.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import cn.mentougou.wechatsim.world.Json;

/** 公共模板库: the templates that accounts may choose from, with their key words. */
public final class TemplateLibrary {

	private final List<Entry> entries;

	public TemplateLibrary() {
		try (InputStream in = TemplateLibrary.class.getResourceAsStream("/wechatsim/templates.json")) {
			this.entries = Arrays.asList(Json.MAPPER.readValue(Objects.requireNonNull(in), Entry[].class));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** An entry by its number, which is also the short id of template messages. */
	public Optional<Entry> find(String tid) {
		return entries.stream().filter((entry) -> entry.tid().equals(tid)).findFirst();
	}

	List<Entry> entries() {
		return entries;
	}

	/** A template to choose, with its kind and all its key words. */
	public record Entry(String tid, String title, SimTemplate.Kind kind, String categoryId, List<Keyword> keywords) {

		/** The key word by its number, counted from one. */
		Optional<SimTemplate.Field> field(int kid) {
			return IntStream.range(0, keywords.size())
				.filter((index) -> index + 1 == kid)
				.mapToObj((index) -> keywords.get(index).field(kid))
				.findFirst();
		}

		/** The key word by its label. */
		Optional<SimTemplate.Field> field(String label) {
			return IntStream.range(0, keywords.size())
				.filter((index) -> keywords.get(index).name().equals(label))
				.mapToObj((index) -> keywords.get(index).field(index + 1))
				.findFirst();
		}

		/** All key words as fields. */
		public List<SimTemplate.Field> fields() {
			return IntStream.range(0, keywords.size())
				.mapToObj((index) -> keywords.get(index).field(index + 1))
				.toList();
		}

	}

	/** One key word: its label, the rule of its value, and an example. */
	public record Keyword(String name, String rule, String example) {

		SimTemplate.Field field(int number) {
			return new SimTemplate.Field(rule + number, name, example);
		}

	}

}
