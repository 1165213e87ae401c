package cn.mentougou.wechatsim.envelope;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A read XML document: an element with its text and its children. */
public record XmlTree(String name, String text, List<XmlTree> children) {

	/** Reads a document; no DOCTYPE, no entities, nothing from outside. */
	public static XmlTree read(String xml) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setErrorHandler(new DefaultHandler());
			return of(builder.parse(new InputSource(new StringReader(xml))).getDocumentElement());
		}
		catch (ParserConfigurationException | SAXException | IOException ex) {
			throw new IllegalArgumentException("not well-formed XML: " + ex.getMessage(), ex);
		}
	}

	public Optional<XmlTree> child(String childName) {
		return children.stream().filter((child) -> child.name.equals(childName)).findFirst();
	}

	public List<XmlTree> children(String childName) {
		return children.stream().filter((child) -> child.name.equals(childName)).toList();
	}

	/** The text of a child, empty where there is none. */
	public String textOf(String childName) {
		return child(childName).map(XmlTree::text).orElse("");
	}

	private static XmlTree of(Element element) {
		List<XmlTree> children = new ArrayList<>();
		for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element child) {
				children.add(of(child));
			}
		}
		String text = children.isEmpty() ? element.getTextContent() : "";
		return new XmlTree(element.getTagName(), text, List.copyOf(children));
	}

}
