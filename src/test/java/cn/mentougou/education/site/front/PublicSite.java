package cn.mentougou.education.site.front;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.newsroom.board.Boards;
import cn.mentougou.education.newsroom.news.Releases;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.door.OfficeSite;
import cn.mentougou.education.site.ShownNews;

/** The website of {@link OfficeSite} as programs and browsers without scripts see it. */
public abstract class PublicSite extends OfficeSite {

	@Autowired
	protected Boards boards;

	@Autowired
	private Releases releases;

	@Autowired
	private Attachments attachments;

	protected final HttpClient client = HttpClient.newHttpClient();

	protected ShownNews news;

	@BeforeEach
	void prepareNews() {
		this.news = new ShownNews(this.jdbc, this.releases, this.attachments, this.boards);
	}

	protected HttpResponse<String> get(String path, String... headers) throws IOException {
		return send("GET", path, headers);
	}

	protected HttpResponse<String> send(String method, String path, String... headers) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** A header that must be there. */
	protected static String header(HttpResponse<String> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

}
