package cn.mentougou.education.newsroom.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.RandomBytes;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;

/** The desk of the boards. Editors keep them. */
@Component
public class Boards {

	private final BoardMapper mapper;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Boards(BoardMapper mapper, Audit audit, ApplicationEventPublisher events, Clock clock) {
		this.mapper = mapper;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** All boards, in their order. */
	public List<Board> all() {
		return this.mapper.all();
	}

	/** A board. */
	public Optional<Board> find(BoardId id) {
		return this.mapper.find(id.value());
	}

	/** One of the five that stand always. */
	public Board standing(StandingBoard board) {
		return all().stream().filter((one) -> one.code().equals(board.code())).findFirst().orElseThrow();
	}

	/**
	 * The boards that the public reads, archives too, by their numbers in their order.
	 */
	public Map<Long, BoardRef> open() {
		Map<Long, BoardRef> open = new LinkedHashMap<>();
		for (Board board : all()) {
			if (board.isPublic()) {
				open.put(board.id(), board.ref());
			}
		}
		return open;
	}

	/** The boards on which something may be put today. */
	public List<Board> writable() {
		LocalDate today = LocalDate.now(this.clock);
		return all().stream().filter((board) -> board.isOpenOn(today)).toList();
	}

	/** Opens a campaign board (专栏). */
	@Transactional
	public BoardId add(Actor actor, BoardDetails details) {
		actor.require(Role.EDITOR);
		if (details.opensOn() == null) {
			throw new Refusal.Invalid("board.opens-on");
		}
		GeneratedKey key = new GeneratedKey();
		String waiting = "new-" + HexFormat.of().formatHex(RandomBytes.take(8));
		this.mapper.insert(waiting, details, actor.id(), this.clock.instant(), key);
		this.mapper.name(key.getValue(), "topic-" + key.getValue());
		this.audit.record(AuditEntry.done(actor, "board.added", "board", key.getValue()));
		return new BoardId(key.getValue());
	}

	/**
	 * Changes a board. Its visibility reaches what stands on it at once.
	 * @throws Refusal.Conflict if somebody changed it meanwhile
	 */
	@Transactional
	public void change(Actor actor, BoardId id, int revision, BoardDetails details) {
		actor.require(Role.EDITOR);
		Board before = find(id).orElseThrow(() -> new Refusal.NotFound("board.no-such-board"));
		if (before.isCampaign() && details.opensOn() == null) {
			throw new Refusal.Invalid("board.opens-on");
		}
		if (!before.isCampaign() && (details.opensOn() != null || details.closesOn() != null)) {
			throw new Refusal.Invalid("board.standing");
		}
		if (this.mapper.change(id.value(), revision, details, actor.id(), this.clock.instant()) != 1) {
			throw new Refusal.Conflict("board.changed-meanwhile");
		}
		this.audit
			.record(AuditEntry.done(actor, "board.changed", "board", id.value()).with("public", details.isPublic()));
		if (before.isPublic() != details.isPublic()) {
			this.events.publishEvent(new BoardVisibilityChanged(id));
		}
	}

}
