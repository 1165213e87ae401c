package cn.mentougou.education.newsroom.articledesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.mentougou.education.newsroom.article.ArticleSource;
import cn.mentougou.education.newsroom.article.ConvertedArticle;
import cn.mentougou.education.newsroom.article.Loss;
import cn.mentougou.education.newsroom.article.WeChatArticles;
import cn.mentougou.education.newsroom.draft.Drafts;
import cn.mentougou.education.newsroom.draft.NewsItem;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/** What WeChat will make of an item, on the page, in the frame and on real phones. */
@Controller
@RequestMapping(ArticleConsoleController.PATH)
class ArticleConsoleController {

	static final String PATH = "/console/articles";

	private final Drafts drafts;

	private final DraftSources sources;

	private final WeChatArticles articles;

	private final Previews previews;

	private final Testers testers;

	private final People people;

	private final WeChatAccounts accounts;

	private final MessageSource sentences;

	ArticleConsoleController(Drafts drafts, DraftSources sources, WeChatArticles articles, Previews previews,
			Testers testers, People people, WeChatAccounts accounts, MessageSource sentences) {
		this.drafts = drafts;
		this.sources = sources;
		this.articles = articles;
		this.previews = previews;
		this.testers = testers;
		this.people = people;
		this.accounts = accounts;
		this.sentences = sentences;
	}

	/** The registered phones, and how one registers one's own. */
	@GetMapping
	String list(Actor actor, Model model) {
		model.addAttribute("accounts", this.accounts.all());
		model.addAttribute("left", left());
		model.addAttribute("testers", lines(actor));
		return "articledesk/list";
	}

	@PostMapping("/testers")
	String invite(Actor actor, @RequestParam String account, RedirectAttributes redirect) {
		String code = this.testers.invite(actor, account);
		redirect.addFlashAttribute("done", "请用您的手机给" + label(account) + "发送：预览" + code + "（十分钟内有效，只能用一次）");
		return "redirect:" + PATH;
	}

	@PostMapping("/testers/{id}/remove")
	String remove(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.testers.remove(actor, id);
		redirect.addFlashAttribute("done", "已取消。这部手机不再收到预览。");
		return "redirect:" + PATH;
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		NewsItem item = this.drafts.visibleTo(actor, new NewsId(id));
		ConvertedArticle article = this.articles.convert(source(item));
		model.addAttribute("item", item);
		model.addAttribute("article", article);
		model.addAttribute("refusals", article.losses().stream().filter(Loss::isRefusal).map(Loss::sentence).toList());
		model.addAttribute("changes",
				article.losses().stream().filter((loss) -> !loss.isRefusal()).map(Loss::sentence).toList());
		model.addAttribute("maySend", actor.holds(Role.EDITOR));
		model.addAttribute("accounts", this.accounts.all());
		model.addAttribute("left", left());
		model.addAttribute("testers", lines(actor));
		model.addAttribute("sent", sent(id));
		return "articledesk/article";
	}

	/** The page inside the frame. */
	@GetMapping(path = "/{id}/phone", produces = MediaType.TEXT_HTML_VALUE)
	@ResponseBody
	String phone(Actor actor, @PathVariable long id, HttpServletResponse response) {
		NewsItem item = this.drafts.visibleTo(actor, new NewsId(id));
		response.setHeader("Content-Security-Policy", PhoneArticle.POLICY);
		return PhoneArticle.page("门头沟教育", this.articles.convert(source(item)), "/console/news/" + id + "/pictures/");
	}

	@PostMapping("/{id}/preview")
	String preview(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String account,
			@RequestParam(required = false) @Nullable Set<Long> phones, RedirectAttributes redirect) {
		actor.require(Role.EDITOR);
		NewsItem item = this.drafts.visibleTo(actor, new NewsId(id));
		if (this.accounts.find(account).isEmpty()) {
			throw new Refusal.NotFound("articledesk.no-such-account");
		}
		Set<Long> chosen = (phones != null) ? phones : Set.of();
		try {
			int taken = this.previews.send(actor, new Previews.Subject(account, id, item.version()),
					this.articles.convert(source(item)), chosen);
			redirect.addFlashAttribute("done", "微信收下了 " + taken + " 份预览。几秒钟内手机会收到；每一份的结果在下面。");
		}
		catch (Refusal.Invalid | Refusal.Conflict ex) {
			redirect.addFlashAttribute("problem", Objects.requireNonNull(
					this.sentences.getMessage(ex.code(), ex.arguments().toArray(), Locale.SIMPLIFIED_CHINESE)));
		}
		return "redirect:" + PATH + "/" + id;
	}

	private ArticleSource source(NewsItem item) {
		return this.sources.of(item, this.drafts.working(item).draft());
	}

	private Map<String, Integer> left() {
		Map<String, Integer> left = new LinkedHashMap<>();
		this.accounts.all().forEach((one) -> left.put(one.appId(), this.previews.left(one.appId())));
		return left;
	}

	private List<TesterLine> lines(Actor actor) {
		List<TesterMapper.Row> rows = this.testers.all();
		Map<Long, String> names = this.people.namesOf(rows.stream().map(TesterMapper.Row::staffId).toList());
		return rows.stream()
			.map((row) -> new TesterLine(row.id(), row.appId(), label(row.appId()),
					names.getOrDefault(row.staffId(), "已离岗"), row.staffId() == actor.id() || actor.holds(Role.EDITOR)))
			.toList();
	}

	private List<PreviewLine> sent(long news) {
		List<PreviewMapper.Row> rows = this.previews.of(news);
		Map<Long, String> names = this.people
			.namesOf(rows.stream().map(PreviewMapper.Row::staffId).collect(Collectors.toSet()));
		return rows.stream()
			.map((row) -> PreviewLine.of(row, label(row.appId()), names.getOrDefault(row.staffId(), "已离岗")))
			.toList();
	}

	private String label(String appId) {
		return this.accounts.find(appId).map(WeChatAccount::kind).map((kind) -> kind.label()).orElse("已停用的公众号");
	}

	/** One phone in a list. */
	record TesterLine(long id, String appId, String account, String name, boolean mayRemove) {
	}

}
