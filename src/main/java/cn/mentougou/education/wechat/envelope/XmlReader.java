package cn.mentougou.education.wechat.envelope;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * The one place where XML from outside is read. No DOCTYPE, no entities but the five of
 * XML itself, nothing fetched; depth and number of elements are bounded. UTF-8 only,
 * whatever the document says of itself.
 */
final class XmlReader {

	private static final int MAX_DEPTH = 12;

	private static final int MAX_ELEMENTS = 4000;

	private static final XMLInputFactory FACTORY = hardened();

	private XmlReader() {
	}

	/**
	 * Reads a document whose root is {@code <xml>}.
	 * @throws UnreadableMessage if it is not one, or not a harmless one
	 */
	static XmlNode read(byte[] document) {
		XmlNode simple = SimpleXml.read(document);
		return simple != null && simple.name().equals("xml") ? simple : readAny(document);
	}

	/** Reads whatever harmless XML there is, by StAX. */
	static XmlNode readAny(byte[] document) {
		try {
			XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(characters(document)));
			try {
				// XML 1.1 knows references to control characters.
				if ("1.1".equals(reader.getVersion())) {
					throw new UnreadableMessage("not XML 1.0");
				}
				return tree(reader);
			}
			finally {
				reader.close();
			}
		}
		catch (UnreadableMessage ex) {
			throw ex;
		}
		catch (XMLStreamException | CharacterCodingException | RuntimeException ex) {
			// The JDK's reader lacks the sentence for an emoji in a DTD, and says so.
			throw new UnreadableMessage("not well-formed UTF-8 XML");
		}
	}

	private static XmlNode tree(XMLStreamReader reader) throws XMLStreamException {
		Deque<XmlNode> open = new ArrayDeque<>();
		XmlNode root = null;
		int elements = 0;
		while (reader.hasNext()) {
			switch (reader.next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					if (++elements > MAX_ELEMENTS || open.size() >= MAX_DEPTH) {
						throw new UnreadableMessage("too many elements");
					}
					root = opened(open, root, new XmlNode(reader.getLocalName()));
				}
				case XMLStreamConstants.END_ELEMENT -> open.pop();
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
					if (!open.isEmpty()) {
						open.peek().append(reader.getText());
					}
				}
				case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
					throw new UnreadableMessage("a DOCTYPE or an entity");
				default -> {
					// Comments and the end say nothing.
				}
			}
		}
		if (root == null || !root.name().equals("xml")) {
			throw new UnreadableMessage("the root is not <xml>");
		}
		return root;
	}

	private static XmlNode opened(Deque<XmlNode> open, @Nullable XmlNode root, XmlNode node) {
		XmlNode parent = open.peek();
		if (parent != null) {
			parent.add(node);
		}
		open.push(node);
		return root == null ? node : root;
	}

	/**
	 * The document's characters. Control characters that XML forbids are replaced: a
	 * message must not be lost because a keyboard produced one.
	 */
	private static String characters(byte[] document) throws CharacterCodingException {
		String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
		StringBuilder mended = null;
		for (int i = 0; i < text.length(); i++) {
			if (isForbidden(text.charAt(i))) {
				if (mended == null) {
					mended = new StringBuilder(text);
				}
				mended.setCharAt(i, '\uFFFD');
			}
		}
		return mended == null ? text : mended.toString();
	}

	/** Whether XML 1.0 forbids a character of a correctly paired text. */
	static boolean isForbidden(char character) {
		return character < ' ' && character != '\t' && character != '\n' && character != '\r' || character >= '\uFFFE';
	}

	private static XMLInputFactory hardened() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
		factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		factory.setXMLResolver((publicId, systemId, base, namespace) -> {
			throw new XMLStreamException("nothing is fetched");
		});
		return factory;
	}

}
