package cn.mentougou.education.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import cn.mentougou.browser.Browser;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.push.PushOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages in WeChat as people see them, in a browser. */
@Journey
class WebPagesBrowserTests {

	private static final int FIRST_VIEW = 60 * 1024;

	@Autowired
	private WeChatSimulator simulator;

	@LocalServerPort
	private int port;

	private SimPerson mother;

	private Browser browser;

	@BeforeEach
	void open() {
		this.simulator.pushOptions(PushOptions.NONE);
		this.mother = this.simulator.person("王女士");
		this.mother.follow(EngineProperties.SERVICE).await();
		this.browser = Browser.open().inWeChat();
	}

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void personReadsWhatIsKeptAgreesTakesItBackAndLeaves() {
		arrive("/h5");
		this.browser.find(".weui-cell__ft", "已关注服务号的微信用户");
		look("h5-home");
		this.browser.click("a", "两个公众号认出同一个我").find("h1", "两个公众号认出同一个我");
		look("h5-both-accounts");
		this.browser.click("button", "我同意").find("[role=status]", "已记下您的同意");
		this.browser.click("button", "撤回同意").find("[role=status]", "已撤回");
		this.browser.click("a", "回到首页").click("a", "我的信息").find("h1", "我的信息");
		look("h5-my-data");
		this.browser.click("button", "退出登录").find("h1", "已退出登录");
		look("h5-guest");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void lettersAreLargeForWhoeverWantsThem() {
		arrive("/h5");
		this.browser.click("button", "大字").find("button", "标准字");
		assertThat(this.browser
			.run("return [...document.querySelectorAll('main p, main .weui-cell, main strong, main button')]"
					+ ".filter((one) => parseFloat(getComputedStyle(one).fontSize) < 24).length"))
			.isEqualTo(0L);
		assertThat(this.browser.run("return [...document.querySelectorAll('a, button, summary')]"
				+ ".filter((one) => one.offsetParent && !one.closest('p') && one.offsetHeight < 44).length"))
			.isEqualTo(0L);
		look("h5-home-large");
		this.browser.dark().visit(at("/h5/my-data")).find("h1");
		look("h5-my-data-dark");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/h5/open-in-wechat?to=/h5/my-data", "/h5/enter?state=x&code=y", "/h5/guest" })
	void everybodyReadsTheDoor(String page) {
		this.browser.visit(at(page)).find("h1");
		this.browser.complaints();
		look("h5" + page.replaceAll("[^a-z]+", "-"));
	}

	@Test
	void firstViewIsLight() throws IOException {
		WeChatBrowser phone = WeChatBrowser.of(this.mother, this.port);
		int bytes = packed(phone.follow("/h5").body());
		for (String part : List.of("/vendor/weui-2.6.26/weui.min.css", "/assets/h5.css", "/assets/icon.svg")) {
			bytes += packed(phone.open(part).body());
		}
		assertThat(bytes).isLessThan(FIRST_VIEW);
	}

	/** As a link on the simulator's page leads there. */
	private void arrive(String page) {
		this.browser.visit(this.simulator.controlUrl() + "/sim/open?person=" + this.mother.id() + "&url="
				+ URLEncoder.encode(at(page), StandardCharsets.UTF_8));
		this.browser.find("h1");
	}

	private void look(String name) {
		assertThat(this.browser.barriers()).as(name).isEmpty();
		assertThat(this.browser.run("return document.documentElement.scrollWidth")).as("width of " + name)
			.isEqualTo(360L);
		this.browser.screenshot(name);
	}

	private String at(String path) {
		return "http://localhost:" + this.port + path;
	}

	private static int packed(String content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream packer = new GZIPOutputStream(bytes)) {
			packer.write(content.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.size();
	}

}
