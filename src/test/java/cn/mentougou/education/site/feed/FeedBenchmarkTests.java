package cn.mentougou.education.site.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.mentougou.education.site.front.PublicSite;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a feed costs those who ask again: requests a second beside a servlet in a server
 * of its own that returns a constant. The table is {@code target/bench/feeds.md}; the
 * machine is to be idle.
 */
@Tag("bench")
class FeedBenchmarkTests extends PublicSite {

	private static final int LINES = 8;

	private static final int ROUNDS = Integer.getInteger("feeds.rounds", 7);

	private static final long ROUND_NANOS = 2_000_000_000;

	@Test
	void feedThatDidNotChangeIsAtLeastHalfAsQuickAsAConstant(@TempDir Path folder) throws Exception {
		for (int i = 0; i < 60; i++) {
			this.news.item("新闻" + i).body("<p>" + "正文".repeat(400) + "</p>").show();
		}
		List<Contender> contenders = new ArrayList<>();
		Tomcat bare = bare(folder);
		try {
			contenders.add(new Contender("constant of a bare servlet", bare.getConnector().getLocalPort(), "/", ""));
			for (FeedFormat format : FeedFormat.values()) {
				String path = "/feeds" + format.path();
				String tag = header(get(path), "ETag");
				contenders.add(new Contender(path + ", 304", this.port, path, "If-None-Match: " + tag + "\r\n"));
			}
			contenders.add(new Contender("/feeds/news.json, 200", this.port, "/feeds/news.json", ""));
			contenders.add(new Contender("/news, the page", this.port, "/news", ""));
			for (int round = 0; round <= ROUNDS; round++) {
				for (Contender contender : contenders) {
					contender.add(round, load(contender));
				}
			}
		}
		finally {
			bare.stop();
			bare.destroy();
		}
		write(contenders);
		double constant = contenders.get(0).median();
		assertThat(contenders.subList(1, 4))
			.allSatisfy((feed) -> assertThat(feed.median() / constant).as(feed.name()).isGreaterThanOrEqualTo(0.5));
	}

	private static Tomcat bare(Path folder) throws Exception {
		Tomcat tomcat = new Tomcat();
		tomcat.setBaseDir(folder.toString());
		tomcat.setPort(0);
		// As many requests on a line as the application takes.
		tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
		Context context = tomcat.addContext("", folder.toString());
		Tomcat.addServlet(context, "constant", new Constant()).addMapping("/");
		tomcat.start();
		return tomcat;
	}

	private static double load(Contender contender) throws Exception {
		ExecutorService readers = Executors.newFixedThreadPool(LINES);
		try {
			List<Callable<Long>> lines = new ArrayList<>();
			for (int i = 0; i < LINES; i++) {
				lines.add(contender::ask);
			}
			long answers = 0;
			for (Future<Long> line : readers.invokeAll(lines)) {
				answers += line.get();
			}
			return answers * 1e9 / ROUND_NANOS;
		}
		finally {
			readers.shutdown();
		}
	}

	private static void write(List<Contender> contenders) throws IOException {
		StringBuilder table = new StringBuilder("| asked on " + LINES + " lines | requests/s (median of " + ROUNDS
				+ " rounds) | of the constant |\n|---|---|---|\n");
		for (Contender contender : contenders) {
			table.append(String.format(Locale.ROOT, "| %s | %.0f | %.2f |%n", contender.name(), contender.median(),
					contender.median() / contenders.get(0).median()));
		}
		Files.createDirectories(Path.of("target", "bench"));
		Files.writeString(Path.of("target", "bench", "feeds.md"), table);
		System.out.println(table);
	}

	/** What is asked, and how quickly it was answered in each round. */
	private static final class Contender {

		private final String name;

		private final int port;

		private final byte[] request;

		private final double[] rounds = new double[ROUNDS];

		private Contender(String name, int port, String path, String header) {
			this.name = name;
			this.port = port;
			this.request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + header + "\r\n")
				.getBytes(StandardCharsets.US_ASCII);
		}

		private String name() {
			return this.name;
		}

		/** The first round warms up. */
		private void add(int round, double perSecond) {
			if (round > 0) {
				this.rounds[round - 1] = perSecond;
			}
		}

		private double median() {
			double[] sorted = this.rounds.clone();
			Arrays.sort(sorted);
			return sorted[ROUNDS / 2];
		}

		private long ask() throws IOException {
			long end = System.nanoTime() + ROUND_NANOS;
			long answers = 0;
			try (Socket socket = new Socket("127.0.0.1", this.port)) {
				socket.setTcpNoDelay(true);
				OutputStream out = socket.getOutputStream();
				InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
				while (System.nanoTime() < end) {
					out.write(this.request);
					out.flush();
					readAnswer(in);
					answers++;
				}
			}
			return answers;
		}

		private static void readAnswer(InputStream in) throws IOException {
			int length = 0;
			boolean isChunked = false;
			for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
				String lower = line.toLowerCase(Locale.ROOT);
				if (lower.startsWith("content-length:")) {
					length = Integer.parseInt(lower.substring(15).strip());
				}
				isChunked |= lower.startsWith("transfer-encoding:");
			}
			while (isChunked) {
				int chunk = Integer.parseInt(readLine(in), 16);
				in.skipNBytes(chunk + 2L);
				isChunked = chunk > 0;
			}
			in.skipNBytes(length);
		}

		private static String readLine(InputStream in) throws IOException {
			StringBuilder line = new StringBuilder();
			for (int next = in.read(); next != '\n'; next = in.read()) {
				if (next < 0) {
					throw new IOException("no more answers");
				}
				if (next != '\r') {
					line.append((char) next);
				}
			}
			return line.toString();
		}

	}

	/** The least that a servlet can do. */
	private static final class Constant extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.setContentType("text/plain;charset=UTF-8");
			response.setContentLength(7);
			response.getOutputStream().write("success".getBytes(StandardCharsets.US_ASCII));
		}

	}

}
