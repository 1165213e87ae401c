package cn.mentougou.education.site.feed;

import java.io.ByteArrayOutputStream;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A document in XML that grows from its beginning to its end; every text is escaped. */
class XmlDocument {

	static final String ATOM = "http://www.w3.org/2005/Atom";

	/** RFC 6721. */
	static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

	private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final XMLStreamWriter xml;

	XmlDocument() {
		try {
			this.xml = WRITERS.createXMLStreamWriter(this.bytes, "UTF-8");
			this.xml.writeStartDocument("UTF-8", "1.0");
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Opens an element with attributes, name and value in turn. */
	XmlDocument open(String name, String... attributes) {
		return write(() -> {
			this.xml.writeStartElement(name);
			writeAttributes(attributes);
		});
	}

	XmlDocument close() {
		return write(this.xml::writeEndElement);
	}

	XmlDocument empty(String name, String... attributes) {
		return write(() -> {
			this.xml.writeEmptyElement(name);
			writeAttributes(attributes);
		});
	}

	XmlDocument text(String name, String text, String... attributes) {
		return write(() -> {
			this.xml.writeStartElement(name);
			writeAttributes(attributes);
			this.xml.writeCharacters(FeedText.ofXml(text));
			this.xml.writeEndElement();
		});
	}

	byte[] end() {
		write(this.xml::writeEndDocument);
		write(this.xml::close);
		return this.bytes.toByteArray();
	}

	private void writeAttributes(String... attributes) throws XMLStreamException {
		for (int i = 0; i < attributes.length; i += 2) {
			this.xml.writeAttribute(attributes[i], FeedText.ofXml(attributes[i + 1]));
		}
	}

	private XmlDocument write(Step step) {
		try {
			step.run();
			return this;
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Something that is written. */
	private interface Step {

		void run() throws XMLStreamException;

	}

}
