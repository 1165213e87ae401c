package cn.mentougou.education.wechat.replywindow;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.wechat.account.PersonLookup;

/**
 * The desk of the reply windows: which are open for a person, and what is left in them.
 */
public class ReplyWindows {

	/** No window is longer; older messages are spent from closed ones. */
	private static final Duration LONGEST = Duration.ofHours(48);

	private final ReplyWindowMapper mapper;

	private final WindowMemory memory;

	private final ObjectProvider<Spendings> spendings;

	private final ReplyWindowSettings settings;

	private final LookupIndex index;

	private final Clock clock;

	ReplyWindows(ReplyWindowMapper mapper, WindowMemory memory, Parts parts) {
		this.mapper = mapper;
		this.memory = memory;
		this.spendings = parts.spendings();
		this.settings = parts.settings();
		this.index = parts.index();
		this.clock = parts.clock();
	}

	/** The windows of a person that are open now, used up ones included. */
	public List<OpenWindow> of(String appId, String openId) {
		this.memory.write();
		return standing(List.of(PersonLookup.of(this.index, appId, openId))).get(0).windows();
	}

	/**
	 * How these people stand, in their order.
	 * @param people their look-up values
	 */
	public List<Standing> standing(List<byte[]> people) {
		List<Standing> found = read(people);
		if (found.stream().anyMatch((standing) -> !standing.allows()) && this.memory.write()) {
			return read(people);
		}
		return found;
	}

	/**
	 * Whether everything that was ever pushed is known here: {@code false} while what a
	 * dead instance left is being read again.
	 */
	public boolean isComplete() {
		return this.memory.isComplete();
	}

	private List<Standing> read(List<byte[]> people) {
		if (people.isEmpty()) {
			return List.of();
		}
		Instant now = this.clock.instant();
		Map<ByteBuffer, List<ReplyWindowMapper.Row>> opened = new HashMap<>();
		this.mapper.list(people)
			.forEach((row) -> opened.computeIfAbsent(ByteBuffer.wrap(row.person()), (key) -> new ArrayList<>())
				.add(row));
		Map<ByteBuffer, List<Spendings.Spending>> spent = new HashMap<>();
		this.spendings.orderedStream()
			.flatMap((ledger) -> ledger.since(people, now.minus(LONGEST)).stream())
			.forEach(
					(one) -> spent.computeIfAbsent(ByteBuffer.wrap(one.person()), (key) -> new ArrayList<>()).add(one));
		return people.stream()
			.map(ByteBuffer::wrap)
			.map((person) -> Standing.of(opened.getOrDefault(person, List.of()), spent.getOrDefault(person, List.of()),
					now, this.settings.overlap()))
			.toList();
	}

	/** What the desk works with. */
	record Parts(ObjectProvider<Spendings> spendings, ReplyWindowSettings settings, LookupIndex index, Clock clock) {
	}

}
