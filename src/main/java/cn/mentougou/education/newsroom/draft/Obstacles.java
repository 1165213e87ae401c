package cn.mentougou.education.newsroom.draft;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.board.Board;
import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.markup.NewsLimits;
import cn.mentougou.education.newsroom.markup.NewsMarkup;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.provenance.Provenance;
import cn.mentougou.education.newsroom.provenance.Reprint;
import cn.mentougou.education.newsroom.provenance.Reprint.Decision;

/** What keeps an item from being handed in, and what WeChat would cut or refuse. */
@Component
public class Obstacles {

	private final Boards boards;

	private final Provenance provenance;

	private final NewsLimits limits;

	private final Clock clock;

	Obstacles(Boards boards, Provenance provenance, NewsLimits limits, Clock clock) {
		this.boards = boards;
		this.provenance = provenance;
		this.limits = limits;
		this.clock = clock;
	}

	/** What must be done before it can be handed in, as codes of sentences. */
	public List<String> of(NewsId id, NewsVersion version) {
		NewsDraft draft = version.draft();
		List<String> codes = new ArrayList<>();
		add(codes, draft.title().isEmpty(), "draft.title-missing");
		add(codes, isEmpty(draft), "draft.body-missing");
		boards(codes, draft);
		add(codes, !isWeb(draft.sourceLink()), "draft.source-link");
		add(codes, !isWeb(draft.videoLink()), "draft.video-link");
		add(codes, draft.outletId() != null && draft.sourceOn() == null, "draft.source-on");
		add(codes, draft.aiUse() == AiUse.UNSAID, "draft.ai-unsaid");
		add(codes, this.provenance.checkOf(id, version.contentHash()).isEmpty(), "draft.facts-unchecked");
		if (draft.outletId() != null) {
			Optional<Reprint> reprint = this.provenance.reprint(id);
			Decision decision = reprint.map(Reprint::decision).orElse(Decision.OPEN);
			add(codes, decision == Decision.OPEN, "draft.reprint-open");
			add(codes, decision == Decision.STOP, "draft.reprint-stopped");
		}
		return codes;
	}

	private void boards(List<String> codes, NewsDraft draft) {
		Set<Long> writable = this.boards.writable().stream().map(Board::id).collect(Collectors.toSet());
		add(codes, draft.boards().isEmpty(), "draft.board-missing");
		add(codes, !writable.containsAll(draft.boards()), "draft.board-closed");
	}

	private static boolean isEmpty(NewsDraft draft) {
		return NewsMarkup.text(draft.body()).isBlank() && NewsMarkup.pictures(draft.body()).isEmpty()
				&& draft.videoLink() == null;
	}

	private static void add(List<String> codes, boolean isObstacle, String code) {
		if (isObstacle) {
			codes.add(code);
		}
	}

	/** What the account's article would lose, in words. */
	public List<String> atWeChat(NewsDraft draft) {
		List<String> words = new ArrayList<>();
		int title = titleLimit();
		add(words, length(draft.title()) > title,
				"标题 " + length(draft.title()) + " 字，微信最多 " + title + " 字，超出的微信不接受，推送前要改短。");
		add(words, length(draft.author()) > this.limits.author(),
				"作者 " + length(draft.author()) + " 字，微信最多 " + this.limits.author() + " 字，超出的微信不接受。");
		add(words, length(draft.digest()) > this.limits.digest(),
				"摘要 " + length(draft.digest()) + " 字，微信最多 " + this.limits.digest() + " 字，超出的微信不接受，推送前要改短。");
		add(words, draft.cover() == null, "没有封面图。微信图文必须有封面，推送前要补上。");
		return words;
	}

	/** How many characters a title may have today. */
	public int titleLimit() {
		return this.limits.titleOn(LocalDate.now(this.clock));
	}

	/** What WeChat takes. */
	public NewsLimits limits() {
		return this.limits;
	}

	private static int length(String text) {
		return text.codePointCount(0, text.length());
	}

	/** Nothing, or an address of the web that names a host and nobody. */
	static boolean isWeb(@Nullable String link) {
		if (link == null) {
			return true;
		}
		try {
			URI uri = new URI(link);
			return uri.getHost() != null && uri.getUserInfo() == null
					&& ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
