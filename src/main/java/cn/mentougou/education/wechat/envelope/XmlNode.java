package cn.mentougou.education.wechat.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** One element of a small XML document: its name, its text and its children. */
final class XmlNode {

	private final String name;

	private String text = "";

	/** What follows the first piece; most texts are one piece. */
	private @Nullable StringBuilder pieces;

	private List<XmlNode> children = List.of();

	XmlNode(String name) {
		this.name = name;
	}

	void append(String characters) {
		if (this.text.isEmpty()) {
			this.text = characters;
			return;
		}
		if (this.pieces == null) {
			this.pieces = new StringBuilder(this.text);
		}
		this.pieces.append(characters);
	}

	void add(XmlNode child) {
		if (this.children.isEmpty()) {
			this.children = new ArrayList<>();
		}
		this.children.add(child);
	}

	String name() {
		return this.name;
	}

	String text() {
		return this.pieces == null ? this.text : this.pieces.toString();
	}

	/** The first child of that name. */
	@Nullable XmlNode child(String childName) {
		for (XmlNode child : this.children) {
			if (child.name.equals(childName)) {
				return child;
			}
		}
		return null;
	}

	/** The text of the first child of that name; empty if there is none. */
	String text(String childName) {
		XmlNode child = child(childName);
		return child == null ? "" : child.text();
	}

	/** The same, with nothing instead of an empty text. */
	@Nullable String textOrNull(String childName) {
		String value = text(childName);
		return value.isEmpty() ? null : value;
	}

	/**
	 * The number in the first child of that name.
	 * @throws NumberFormatException if there is none, or one that no place has
	 */
	double number(String childName) {
		double value = Double.parseDouble(text(childName));
		if (!Double.isFinite(value)) {
			throw new NumberFormatException("not finite");
		}
		return value;
	}

	/** The child of that name, or an empty one. */
	XmlNode section(String childName) {
		XmlNode child = child(childName);
		return child == null ? new XmlNode(childName) : child;
	}

	List<XmlNode> children() {
		return this.children;
	}

	/** All elements of that name, at any depth, in their order. */
	Stream<XmlNode> all(String elementName) {
		Stream<XmlNode> below = this.children.stream().flatMap((child) -> child.all(elementName));
		return this.name.equals(elementName) ? Stream.concat(Stream.of(this), below) : below;
	}

}
