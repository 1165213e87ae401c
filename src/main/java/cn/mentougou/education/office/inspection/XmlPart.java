package cn.mentougou.education.office.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.Refusal;

/**
 * Reads one XML part of a package from its start to its end without keeping it. No
 * DOCTYPE, no entities but the five of XML itself, nothing fetched; depth and length of
 * markup are bounded. Names are local names: OOXML has one vocabulary under two sets of
 * namespaces.
 */
final class XmlPart {

	private static final int MAX_DEPTH = 300;

	private static final Set<String> ENCODINGS = Set.of("UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII",
			"ASCII");

	private static final XMLInputFactory FACTORY = hardened();

	private final XMLStreamReader reader;

	private final Deque<String> path = new ArrayDeque<>();

	private XmlPart(XMLStreamReader reader) {
		this.reader = reader;
	}

	/**
	 * Reads a part.
	 * @throws Refusal.Invalid if it is no harmless XML
	 */
	static void read(InputStream stream, Visitor visitor) throws IOException {
		try (MarkupGuard guarded = new MarkupGuard(stream)) {
			XMLStreamReader reader = FACTORY.createXMLStreamReader(guarded);
			try {
				new XmlPart(reader).visit(visitor);
			}
			finally {
				reader.close();
			}
		}
		catch (XMLStreamException ex) {
			throw new Refusal.Invalid("inspection.damaged");
		}
	}

	private void visit(Visitor visitor) throws XMLStreamException {
		checkEncoding(this.reader.getCharacterEncodingScheme());
		while (this.reader.hasNext()) {
			switch (this.reader.next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					if (this.path.size() >= MAX_DEPTH) {
						throw new Refusal.Invalid("inspection.bomb");
					}
					this.path.push(this.reader.getLocalName());
					visitor.start(this);
				}
				case XMLStreamConstants.END_ELEMENT -> visitor.end(this, this.path.pop());
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
					visitor.text(this, this.reader.getText());
				case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
					throw new Refusal.Invalid("inspection.doctype");
				default -> {
					// Comments and instructions say nothing.
				}
			}
		}
	}

	private static void checkEncoding(@Nullable String encoding) {
		if (encoding != null && !ENCODINGS.contains(encoding.toUpperCase(Locale.ROOT))) {
			throw new Refusal.Invalid("inspection.damaged");
		}
	}

	/** The local name of the innermost open element. */
	String name() {
		String name = this.path.peek();
		return (name != null) ? name : "";
	}

	/** Whether an element of that name is open around here. */
	boolean isInside(String name) {
		return this.path.contains(name);
	}

	/** An attribute of the element that starts, by its local name; empty if absent. */
	String attribute(String name) {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			if (this.reader.getAttributeLocalName(i).equals(name)) {
				return this.reader.getAttributeValue(i);
			}
		}
		return "";
	}

	/** The id of a relationship: an {@code id} that stands in a namespace. */
	String relationship() {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			String namespace = this.reader.getAttributeNamespace(i);
			if (this.reader.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
				return this.reader.getAttributeValue(i);
			}
		}
		return "";
	}

	/** Whether an attribute is a true of XML Schema. */
	boolean isTrue(String name) {
		String value = attribute(name);
		return value.equals("1") || value.equals("true") || value.equals("on");
	}

	/** An attribute of a number; the other value if it is absent or no number. */
	double number(String name, double otherwise) {
		try {
			String value = attribute(name);
			return value.isEmpty() ? otherwise : Double.parseDouble(value);
		}
		catch (NumberFormatException ex) {
			return otherwise;
		}
	}

	private static XMLInputFactory hardened() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("nothing is fetched");
		});
		return factory;
	}

	/** Sees a part go by. */
	interface Visitor {

		/** An element starts; its attributes can be asked for. */
		void start(XmlPart part);

		/** A piece of text; a long one comes in several. */
		default void text(XmlPart part, String text) {
		}

		/** An element ended. */
		default void end(XmlPart part, String name) {
		}

	}

}
