package cn.mentougou.education.newsroom.newsdesk;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import cn.mentougou.education.newsroom.board.Board;
import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.draft.Drafts;
import cn.mentougou.education.newsroom.draft.NewsDraft;
import cn.mentougou.education.newsroom.draft.NewsItem;
import cn.mentougou.education.newsroom.draft.NewsVersion;
import cn.mentougou.education.newsroom.draft.Obstacles;
import cn.mentougou.education.newsroom.draft.Stage;
import cn.mentougou.education.newsroom.markup.NewsMarkup;
import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.outlet.OutletId;
import cn.mentougou.education.newsroom.outlet.Outlets;
import cn.mentougou.education.newsroom.provenance.Provenance;
import cn.mentougou.education.newsroom.provenance.Reprint;
import cn.mentougou.education.office.attachment.Attachment;
import cn.mentougou.education.office.attachment.AttachmentId;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** What the pages of an item show. */
@Component
class ItemPages {

	private static final String POLICY = "default-src 'none'; img-src 'self'; style-src-elem 'self'; "
			+ "style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

	private final Drafts drafts;

	private final Obstacles obstacles;

	private final Provenance provenance;

	private final Outlets outlets;

	private final Boards boards;

	private final ApprovedNews approved;

	private final Attachments attachments;

	private final ItemLines lines;

	private final MessageSource sentences;

	ItemPages(Drafts drafts, Obstacles obstacles, Provenance provenance, Outlets outlets, Boards boards,
			ApprovedNews approved, Attachments attachments, ItemLines lines, MessageSource sentences) {
		this.drafts = drafts;
		this.obstacles = obstacles;
		this.provenance = provenance;
		this.outlets = outlets;
		this.boards = boards;
		this.approved = approved;
		this.attachments = attachments;
		this.lines = lines;
		this.sentences = sentences;
	}

	void item(Actor actor, NewsItem item, Model model) {
		NewsId id = new NewsId(item.id());
		NewsVersion version = this.drafts.working(item);
		boolean mayWrite = Drafts.mayWrite(actor, item.unitId()) && item.stage() != Stage.WITHDRAWN;
		shared(item, version, model);
		model.addAttribute("mayWrite", mayWrite);
		model.addAttribute("obstacles", item.stage().maySubmit()
				? this.obstacles.of(id, version).stream().map(this::sentence).toList() : List.of());
		model.addAttribute("check",
				this.provenance.checkOf(id, version.contentHash())
					.map((check) -> new Checked(check.document(), this.lines.person(check.checkedBy()),
							ItemLine.time(check.checkedAt())))
					.orElse(null));
		model.addAttribute("reprint", this.provenance.reprint(id).orElse(null));
		model.addAttribute("decisions", List.of(Reprint.Decision.GO_ON, Reprint.Decision.STOP));
		model.addAttribute("outlet",
				Optional.ofNullable(version.draft().outletId())
					.flatMap((outlet) -> this.outlets.find(new OutletId(outlet)))
					.orElse(null));
		model.addAttribute("shown", this.approved.shown(id).orElse(null));
		model.addAttribute("tombstone", this.approved.tombstone(id).orElse(null));
	}

	void version(NewsItem item, int number, Model model) {
		shared(item, found(item, number), model);
	}

	private void shared(NewsItem item, NewsVersion version, Model model) {
		NewsDraft draft = version.draft();
		model.addAttribute("item", item);
		model.addAttribute("unit", this.lines.unit(item.unitId()));
		model.addAttribute("version", version);
		model.addAttribute("line", line(version.line(), this.lines.person(version.savedBy())));
		model.addAttribute("versions", versions(item));
		model.addAttribute("draft", draft);
		model.addAttribute("boardNames", boardNames(draft));
		model.addAttribute("warnings", this.obstacles.atWeChat(draft));
		model.addAttribute("files", files(draft));
	}

	private List<VersionLine> versions(NewsItem item) {
		List<NewsVersion.Line> versions = this.drafts.versions(item);
		Map<Long, String> names = this.lines
			.people(versions.stream().map(NewsVersion.Line::savedBy).collect(Collectors.toSet()));
		return versions.stream()
			.map((version) -> line(version, names.getOrDefault(version.savedBy(), ItemLines.SYSTEM)))
			.toList();
	}

	private String boardNames(NewsDraft draft) {
		Map<Long, String> names = this.boards.all().stream().collect(Collectors.toMap(Board::id, Board::title));
		return draft.boards().stream().map((id) -> names.getOrDefault(id, "")).collect(Collectors.joining("、"));
	}

	/** All files of it, with what in them waits for an answer of the reviewer. */
	private List<Attachment> files(NewsDraft draft) {
		return draft.files().stream().flatMap((id) -> this.attachments.find(new AttachmentId(id)).stream()).toList();
	}

	/** The body alone, in a document in which nothing can run. */
	void body(NewsItem item, int number, HttpServletResponse response) throws IOException {
		NewsVersion version = found(item, number);
		response.setHeader("Content-Security-Policy", POLICY);
		response.setContentType("text/html;charset=UTF-8");
		response.getWriter()
			.write("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>正文</title>"
					+ "<link rel=\"stylesheet\" href=\"/assets/news-body.css\"></head><body><main>"
					+ NewsForm.shown(item.id(), NewsMarkup.clean(version.draft().body())) + "</main></body></html>");
	}

	void difference(NewsItem item, int from, int to, Model model) {
		NewsVersion after = found(item, to);
		NewsVersion before = found(item, (from > 0) ? from : Math.max(1, to - 1));
		Map<String, List<WordDiff.Part>> changes = new LinkedHashMap<>();
		Map<String, String> now = words(after.draft());
		words(before.draft()).forEach((name, text) -> {
			String other = Objects.requireNonNull(now.get(name));
			if (!text.equals(other)) {
				changes.put(name, WordDiff.between(text, other));
			}
		});
		model.addAttribute("item", item);
		model.addAttribute("before", before);
		model.addAttribute("after", after);
		model.addAttribute("changes", changes);
	}

	private Map<String, String> words(NewsDraft draft) {
		Map<String, String> words = new LinkedHashMap<>();
		words.put("标题", draft.title());
		words.put("作者", draft.author());
		words.put("摘要", draft.digest());
		words.put("级别", draft.level().title());
		words.put("板块", boardNames(draft));
		words.put("主题词", draft.topics());
		words.put("来源", text(draft.sourceOutlet()));
		words.put("来源日期", text(draft.sourceOn()));
		words.put("来源链接", text(draft.sourceLink()));
		words.put("视频链接", text(draft.videoLink()));
		words.put("封面", text(draft.cover()));
		words.put("附件", draft.attachments().stream().map(String::valueOf).collect(Collectors.joining("、")));
		words.put("人工智能", draft.aiUse().title());
		words.put("更正说明", text(draft.correction()));
		words.put("正文", NewsMarkup.text(draft.body()));
		words.put("正文图片", String.join("、", NewsMarkup.pictures(draft.body())));
		words.put("正文链接", String.join("\n", NewsMarkup.links(draft.body())));
		return words;
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

	private NewsVersion found(NewsItem item, int number) {
		return this.drafts.version(item, number).orElseThrow(() -> new Refusal.NotFound("draft.no-such-item"));
	}

	private static VersionLine line(NewsVersion.Line version, String who) {
		return new VersionLine(version.number(), ItemLine.time(version.savedAt()), who, version.frozenAt() != null,
				version.approvedAt() != null, version.title());
	}

	String sentence(String code) {
		return Objects.requireNonNull(this.sentences.getMessage(code, null, Locale.SIMPLIFIED_CHINESE));
	}

	/** A version as a line. */
	record VersionLine(int number, String time, String who, boolean isSubmitted, boolean isApproved, String title) {
	}

	/** Who compared it with what. */
	record Checked(String document, String who, String time) {
	}

}
