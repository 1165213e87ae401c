package cn.mentougou.education.wechat.envelope;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import cn.mentougou.fuzz.FuzzTarget;

import static org.assertj.core.api.Assertions.assertThat;

/** Any bytes as a message in clear, as they come in plain mode. */
public class MessageFuzz implements FuzzTarget {

	private static final String APP_ID = "wx0000000000000001";

	@Override
	public String name() {
		return "message";
	}

	@Override
	public void accept(byte[] input) {
		readTwice(APP_ID, input);
		XmlNode simple = SimpleXml.read(input);
		if (simple != null && simple.name().equals("xml") && !shown(simple).equals(shown(XmlReader.readAny(input)))) {
			throw new AssertionError("the two readers disagree");
		}
	}

	/** Much of one thing. */
	@Override
	public List<byte[]> madeSeeds() {
		String text = "<xml><ToUserName>gh_1</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime>"
				+ "<MsgType>text</MsgType><MsgId>1</MsgId><Content>";
		String place = text.replace("text", "location").replace("<Content>", "<Location_Y>1</Location_Y><Location_X>");
		List<byte[]> seeds = new ArrayList<>();
		for (String again : List.of("a", " ", "\n", "&amp;", "&#65;", "<![CDATA[a]]>", "<!---->", "<?a b?>", "]]>",
				"<a/>", "😀", "&")) {
			seeds.add(FuzzTarget.longSeed(text, again, "</Content></xml>"));
		}
		seeds.add(FuzzTarget.longSeed(place, "1", "</Location_X></xml>"));
		seeds.add(FuzzTarget.longSeed("<xml", " a=''", "/>"));
		seeds.add(FuzzTarget.longSeed("<xml a='", "a", "'/>"));
		seeds.add(FuzzTarget.longSeed("<xml><", "a", "/></xml>"));
		seeds.add(FuzzTarget.longSeed("<xml>", "<a>", ""));
		seeds.add(FuzzTarget.longSeed("<!DOCTYPE xml [", "<!ENTITY a 'a'>", "]><xml/>"));
		seeds.add(numbered("<xml", " a%d=''", "/>"));
		seeds.add(numbered("<xml", " xmlns:n%d='u%1$d'", "/>"));
		seeds.add(numbered("<xml>", "<a%d/>", "</xml>"));
		return seeds;
	}

	private static byte[] numbered(String before, String again, String after) {
		return IntStream.range(0, 3000)
			.mapToObj(again::formatted)
			.collect(Collectors.joining("", before, after))
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String shown(XmlNode node) {
		StringBuilder text = new StringBuilder(node.name()).append('[').append(node.text()).append('|');
		node.children().forEach((child) -> text.append(shown(child)));
		return text.append(']').toString();
	}

	/** Reads what must be the same each time, or be refused each time. */
	static void readTwice(String appId, byte[] xml) {
		MessageReader.Delivery first;
		try {
			first = MessageReader.read(appId, xml);
		}
		catch (UnreadableMessage ex) {
			return;
		}
		assertUsable(appId, first);
		MessageReader.Delivery second = MessageReader.read(appId, xml.clone());
		if (!second.equals(first)) {
			throw new AssertionError("read twice, it is two messages");
		}
	}

	private static void assertUsable(String appId, MessageReader.Delivery delivery) {
		InboundMessage.Header header = delivery.message().header();
		assertThat(header.appId()).isEqualTo(appId);
		for (String needed : List.of(header.toUserName(), header.fromUserName(), header.kind())) {
			assertThat(needed).isNotBlank().hasSizeLessThanOrEqualTo(128);
		}
		assertThat(header.kind().length()).isLessThanOrEqualTo(64);
		assertThat(header.createdAt().getEpochSecond()).isBetween(0L, 0xFFFFFFFFL);
		assertThat(delivery.identity()).doesNotContainNull().hasSizeGreaterThanOrEqualTo(2);
		assertThat(delivery.message().toString()).isNotBlank();
		delivery.message().words().ifPresent(MessageFuzz::assertCharacters);
		delivery.identity().forEach(MessageFuzz::assertCharacters);
		assertThat(header.kind().chars().noneMatch(Character::isISOControl)).isTrue();
		assertFinite(delivery.message());
	}

	private static void assertCharacters(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (XmlReader.isForbidden(text.charAt(i))) {
				throw new AssertionError("a forbidden character came through");
			}
		}
	}

	private static void assertFinite(InboundMessage message) {
		if (message instanceof InboundMessage.Location place) {
			assertThat(Double.isFinite(place.latitude()) && Double.isFinite(place.longitude())).isTrue();
		}
		if (message instanceof InboundMessage.Event pushed
				&& pushed.event() instanceof InboundEvent.LocationReported place) {
			assertThat(Double.isFinite(place.latitude()) && Double.isFinite(place.longitude())
					&& Double.isFinite(place.precision()))
				.isTrue();
		}
		if (message instanceof InboundMessage.Event pushed
				&& pushed.event() instanceof InboundEvent.LocationChosen place) {
			assertThat(Double.isFinite(place.latitude()) && Double.isFinite(place.longitude())).isTrue();
		}
	}

}
