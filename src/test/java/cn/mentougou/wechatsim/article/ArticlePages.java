package cn.mentougou.wechatsim.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;

import cn.mentougou.wechatsim.media.MediaStore;
import cn.mentougou.wechatsim.platform.ApiError;
import cn.mentougou.wechatsim.platform.FileAnswer;
import cn.mentougou.wechatsim.platform.PlatformPages;
import cn.mentougou.wechatsim.world.SimAccount;
import cn.mentougou.wechatsim.world.SimClock;
import cn.mentougou.wechatsim.world.World;

/**
 * What plays {@code mp.weixin.qq.com/s/…}: the page of an article, of the preview of a
 * draft, and the pictures in both. Nothing on these pages can run.
 */
public final class ArticlePages implements PlatformPages {

	private static final Pattern PAGE = Pattern.compile("/s/(tempkey-)?([A-Za-z0-9]+)-(\\d)");

	private static final Pattern PICTURE = Pattern.compile("/mmbiz/([A-Za-z0-9_]+)");

	private static final String HTML = "text/html; charset=utf-8";

	private static final String POLICY = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; "
			+ "form-action 'none'; base-uri 'none'";

	private final World world;

	private final Drafts drafts;

	private final Posts posts;

	private final MediaStore media;

	private final Reader reader;

	public ArticlePages(World world, Drafts drafts, Posts posts, MediaStore media, Reader reader) {
		this.world = world;
		this.drafts = drafts;
		this.posts = posts;
		this.media = media;
		this.reader = reader;
	}

	@Override
	public boolean serve(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		Matcher page = PAGE.matcher(path);
		Matcher picture = PICTURE.matcher(path);
		if (picture.matches()) {
			FileAnswer file = media.show(picture.group(1));
			send(exchange, file.status(), file.contentType(), file.content());
			return true;
		}
		if (!page.matches()) {
			return false;
		}
		int index = Integer.parseInt(page.group(3));
		String html = (page.group(1) != null) ? preview(page.group(2), index)
				: published(exchange, page.group(2), index);
		send(exchange, 200, HTML, html.getBytes(StandardCharsets.UTF_8));
		return true;
	}

	private String published(HttpExchange exchange, String articleId, int index) {
		Optional<Post> found = posts.find(articleId).filter((post) -> index >= 1 && index <= post.articles().size());
		if (found.isEmpty()) {
			return notice("参数错误");
		}
		Post post = found.get();
		if (post.isDeleted(index)) {
			return notice(post.banned() ? "此内容因违规无法查看" : "该内容已被发布者删除");
		}
		PlatformPages.person(exchange, world).ifPresent((person) -> reader.reads(post, index, person.id()));
		return article(post.appId(), post.articles().get(index - 1),
				DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(SimClock.BEIJING).format(post.at()));
	}

	private String preview(String mediaId, int index) {
		for (SimAccount account : world.accounts()) {
			try {
				Draft draft = drafts.find(account.appId(), mediaId);
				return (index >= 1 && index <= draft.articles().size())
						? article(account.appId(), draft.articles().get(index - 1), "预览，仅供确认") : notice("参数错误");
			}
			catch (ApiError ex) {
				// It is a draft of another account, or of none any more.
			}
		}
		return notice("预览链接已失效");
	}

	private String article(String appId, SimArticle article, String when) {
		String name = world.account(appId).map(SimAccount::name).orElse("");
		String body = article.content().replaceAll("https?://mmbiz\\.qpic\\.cn/sim/([A-Za-z0-9_]+)/0", "/mmbiz/$1");
		String author = article.author().isEmpty() ? "" : escape(article.author()) + "　";
		String source = article.sourceUrl().matches("https?://.*")
				? "<p class=\"source\"><a rel=\"noopener noreferrer\" href=\"" + escape(article.sourceUrl())
						+ "\">阅读原文</a></p>"
				: "";
		return frame(article.title(),
				"<h1 id=\"activity-name\">" + escape(article.title()) + "</h1><p class=\"meta\">" + author + "<strong>"
						+ escape(name) + "</strong>　" + escape(when) + "</p><div id=\"js_content\">" + body + "</div>"
						+ source);
	}

	private static String notice(String words) {
		return frame(words, "<p class=\"notice\" role=\"status\">" + words + "</p>");
	}

	private static String frame(String title, String main) {
		return "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>" + escape(title)
				+ "</title><meta name=\"viewport\" content=\"width=device-width\"><style>"
				+ "body{margin:0;background:#fff;color:#222;font:17px/1.7 system-ui,sans-serif}"
				+ "main{max-width:677px;margin:0 auto;padding:20px 16px 48px;overflow-wrap:anywhere}"
				+ "h1{font-size:22px;line-height:1.4;margin:0 0 12px}.meta{color:#666;font-size:15px;margin:0 0 24px}"
				+ ".meta strong{color:#3b5a86;font-weight:400}img{max-width:100%;height:auto}a{color:#3b5a86}"
				+ "table{border-collapse:collapse;max-width:100%}td,th{border:1px solid #bbb;padding:4px 8px}"
				+ ".source{margin-top:28px}.notice{margin-top:30vh;text-align:center;color:#555}"
				+ "</style></head><body><main>" + main + "</main></body></html>";
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
		try (exchange) {
			exchange.getResponseHeaders().set("Content-Type", type);
			exchange.getResponseHeaders().set("Cache-Control", "no-store");
			exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
			exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
			exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
			exchange.getResponseBody().write(bytes);
		}
	}

	/** Takes note that somebody opened an article. */
	public interface Reader {

		void reads(Post post, int index, String personId);

	}

}
