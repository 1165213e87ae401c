package cn.mentougou.education.office.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks through a slide show: slides in their order, and the notes under them. */
final class SlidesInspection {

	private static final double DEFAULT_WIDTH = 9144000;

	private static final double DEFAULT_HEIGHT = 6858000;

	private final OfficePackage file;

	private final Findings findings;

	private final Set<String> read = new HashSet<>();

	private double width = DEFAULT_WIDTH;

	private double height = DEFAULT_HEIGHT;

	SlidesInspection(OfficePackage file, Findings findings) {
		this.file = file;
		this.findings = findings;
	}

	/** Returns the names of the parts that need no further look. */
	Set<String> inspect() throws IOException {
		String show = Relationships.read(this.file, "_rels/.rels")
			.targetOfType("officeDocument")
			.orElse("ppt/presentation.xml");
		Relationships related = Relationships.of(this.file, show);
		int number = 1;
		for (String id : slides(show)) {
			Optional<String> slide = related.target(id).filter(this.file::has);
			if (slide.isPresent()) {
				slide(slide.get(), "第 " + number + " 张幻灯片");
			}
			number++;
		}
		return this.read;
	}

	private List<String> slides(String show) throws IOException {
		List<String> ids = new ArrayList<>();
		try (InputStream stream = this.file.open(show)) {
			XmlPart.read(stream, (part) -> {
				if (part.name().equals("sldId")) {
					ids.add(part.relationship());
				}
				else if (part.name().equals("sldSz")) {
					this.width = part.number("cx", DEFAULT_WIDTH);
					this.height = part.number("cy", DEFAULT_HEIGHT);
				}
			});
		}
		return ids;
	}

	private void slide(String part, String place) throws IOException {
		this.read.add(part);
		try (InputStream stream = this.file.open(part)) {
			XmlPart.read(stream, new Slide(place));
		}
		Optional<String> notes = Relationships.of(this.file, part).targetOfType("notesSlide").filter(this.file::has);
		if (notes.isPresent()) {
			notes(notes.get(), place);
		}
	}

	private void notes(String part, String place) throws IOException {
		this.read.add(part);
		StringBuilder text = new StringBuilder();
		try (InputStream stream = this.file.open(part)) {
			XmlPart.read(stream, new XmlPart.Visitor() {
				@Override
				public void start(XmlPart visited) {
				}

				@Override
				public void text(XmlPart visited, String piece) {
					// The number of the page is a field, not a note.
					if (visited.name().equals("t") && !visited.isInside("fld") && text.length() < 1_000_000) {
						text.append(piece);
					}
				}
			});
		}
		if (!text.toString().isBlank()) {
			this.findings.add(FindingCode.SPEAKER_NOTES, place, "约 " + text.length() + " 个字");
			this.findings.scan(text.toString(), place + "的备注");
		}
	}

	/** One slide as it goes by. */
	private final class Slide implements XmlPart.Visitor {

		private final String place;

		private final StringBuilder paragraph = new StringBuilder();

		private double left;

		private double top;

		private Slide(String place) {
			this.place = place;
		}

		@Override
		public void start(XmlPart part) {
			switch (part.name()) {
				case "sld" -> {
					if (part.attribute("show").equals("0") || part.attribute("show").equals("false")) {
						SlidesInspection.this.findings.add(FindingCode.HIDDEN_SLIDE, this.place);
					}
				}
				case "cNvPr" -> {
					if (part.isTrue("hidden")) {
						SlidesInspection.this.findings.add(FindingCode.HIDDEN_TEXT, this.place + "的隐藏图形");
					}
				}
				case "off" -> {
					this.left = part.number("x", 0);
					this.top = part.number("y", 0);
				}
				case "ext" -> {
					if (part.isInside("xfrm") && !part.isInside("grpSp")) {
						lies(part.number("cx", 0), part.number("cy", 0));
					}
				}
				case "tab", "br" -> this.paragraph.append(' ');
				default -> {
					// Formats and measures.
				}
			}
		}

		private void lies(double shapeWidth, double shapeHeight) {
			boolean off = this.left >= SlidesInspection.this.width || this.top >= SlidesInspection.this.height
					|| this.left + shapeWidth <= 0 || this.top + shapeHeight <= 0;
			if (off && shapeWidth + shapeHeight > 0) {
				SlidesInspection.this.findings.add(FindingCode.OFF_PAGE, this.place);
			}
		}

		@Override
		public void text(XmlPart part, String text) {
			if (part.name().equals("t") && this.paragraph.length() < 1_000_000) {
				this.paragraph.append(text);
			}
		}

		@Override
		public void end(XmlPart part, String ended) {
			if (ended.equals("p")) {
				SlidesInspection.this.findings.scan(this.paragraph.toString(), this.place);
				this.paragraph.setLength(0);
			}
		}

	}

}
