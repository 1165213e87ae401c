package cn.mentougou.structure.samples.undeclared;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;

/** Reads XML by readers of its own. */
class XmlReader {

	DocumentBuilderFactory tree() {
		return DocumentBuilderFactory.newInstance();
	}

	XMLInputFactory stream() {
		return XMLInputFactory.newFactory();
	}

}
