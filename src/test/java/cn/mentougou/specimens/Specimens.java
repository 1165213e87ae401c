package cn.mentougou.specimens;

import java.util.List;
import java.util.stream.Stream;

/** All specimens. */
public final class Specimens {

	private Specimens() {
	}

	/** Every sort of file, harmless and hostile. */
	public static List<Specimen> all() {
		return Stream
			.of(TextSpecimens.all(), PictureSpecimens.all(), WorkbookSpecimens.all(), DocumentSpecimens.all(),
					PackageSpecimens.all(), PdfSpecimens.all())
			.flatMap(List::stream)
			.toList();
	}

}
