package cn.mentougou.education.wechat.envelope;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import cn.mentougou.fuzz.FuzzTarget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Replies of every kind with any text in every place: what is written is read back as the
 * same. The first byte chooses the kind; {@code |} divides the fields.
 */
public class ReplyFuzz implements FuzzTarget {

	private static final InboundMessage.Header TO = new InboundMessage.Header("wx1", "gh_1", "oUser", Instant.EPOCH,
			"text", "1");

	@Override
	public String name() {
		return "reply";
	}

	@Override
	public void accept(byte[] input) {
		if (input.length == 0) {
			return;
		}
		String text = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
		String[] parts = Arrays.copyOf(text.split("\\|", -1), 40);
		String[] given = IntStream.range(0, 40)
			.mapToObj((i) -> (parts[i] != null) ? parts[i] : "")
			.toArray(String[]::new);
		switch (input[0]) {
			case 'i' -> assertWritten(new Reply.Image(given[0]), List.of("MediaId"), given);
			case 'v' -> assertWritten(new Reply.Voice(given[0]), List.of("MediaId"), given);
			case 'f' -> assertWritten(new Reply.Video(given[0], given[1], given[2]),
					List.of("MediaId", "Title", "Description"), given);
			case 'm' -> assertWritten(new Reply.Music(given[0], given[1], given[2], given[3], given[4]),
					List.of("Title", "Description", "MusicUrl", "HQMusicUrl", "ThumbMediaId"), given);
			case 's' -> assertWritten(new Reply.TransferToStaff(given[0]), List.of("KfAccount"), given);
			case 'n' -> news(given);
			default -> text(given);
		}
		assertThat(XmlReader.read(written(new Reply.TransferToAssistant())).text("MsgType")).isNotEmpty();
	}

	private static void text(String[] given) {
		Reply.Text reply;
		try {
			reply = new Reply.Text(given[0]);
		}
		catch (IllegalArgumentException ex) {
			return;
		}
		assertWritten(reply, List.of("Content"), given);
	}

	private static void news(String[] given) {
		int articles = 1 + given[36].length() % 8;
		List<Reply.Article> cards = IntStream.range(0, articles)
			.mapToObj((i) -> new Reply.Article(given[4 * i], given[4 * i + 1], given[4 * i + 2], given[4 * i + 3]))
			.toList();
		XmlNode node = XmlReader.read(written(new Reply.News(cards)));
		assertThat(node.text("ArticleCount")).isEqualTo(Integer.toString(articles));
		assertThat(node.all("item").count()).isEqualTo(articles);
		List<String> read = node.all("item").flatMap((item) -> item.children().stream()).map(XmlNode::text).toList();
		assertThat(read)
			.containsExactlyElementsOf(Arrays.stream(given, 0, 4 * articles).map(ReplyFuzz::asRead).toList());
	}

	private static void assertWritten(Reply reply, List<String> names, String[] given) {
		XmlNode node = XmlReader.read(written(reply));
		assertThat(node.text("ToUserName")).isEqualTo("oUser");
		for (int i = 0; i < names.size(); i++) {
			List<String> read = node.all(names.get(i)).map(XmlNode::text).toList();
			if (!read.equals(List.of(asRead(given[i])))) {
				throw new AssertionError(names.get(i) + " is read back as something else");
			}
		}
	}

	private static byte[] written(Reply reply) {
		return ReplyWriter.write(reply, TO, Instant.ofEpochSecond(1764000001));
	}

	/** XML knows one kind of line break, and not every character. */
	private static String asRead(String text) {
		StringBuilder read = new StringBuilder(text.replace("\r\n", "\n").replace('\r', '\n'));
		for (int i = 0; i < read.length(); i++) {
			if (XmlReader.isForbidden(read.charAt(i))) {
				read.setCharAt(i, '\uFFFD');
			}
		}
		return read.toString();
	}

}
