package cn.mentougou.education.journey;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import cn.mentougou.browser.Browser;
import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.office.credential.Totp;
import cn.mentougou.education.office.signin.SecondFactors;
import cn.mentougou.education.office.signin.SignIns;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.menu.ButtonKind;
import cn.mentougou.education.wechat.menu.MenuButton;
import cn.mentougou.education.wechat.menu.MenuSet;
import cn.mentougou.education.wechat.menupublishing.MenuVersion;
import cn.mentougou.education.wechat.menupublishing.MenuVersions;
import cn.mentougou.education.wechat.menupublishing.Publication;
import cn.mentougou.education.wechat.menupublishing.Publication.State;
import cn.mentougou.education.wechat.menupublishing.Publications;
import cn.mentougou.wechatsim.SimPerson;
import cn.mentougou.wechatsim.WeChatSimulator;
import cn.mentougou.wechatsim.fault.Fault;
import cn.mentougou.wechatsim.fault.FaultAction;
import cn.mentougou.wechatsim.world.Bubble;

import static org.assertj.core.api.Assertions.assertThat;

/** A menu from the editor to the phone and back. */
@Journey
class MenuJourneyTests {

	private static final String SERVICE = EngineProperties.SERVICE;

	private static final String CREATE = "/cgi-bin/menu/create";

	private static final String PASSWORD = "lantern-moss-47-quiet";

	private static final Actor EDITOR = Actor.system("test");

	@Autowired
	private WeChatSimulator simulator;

	@Autowired
	private MenuVersions versions;

	@Autowired
	private Publications publications;

	@Autowired
	private SignIns signIns;

	@Autowired
	private SecondFactors factors;

	private SimPerson mother;

	@BeforeEach
	void arrive() {
		this.mother = this.simulator.person("陈女士" + this.simulator.persons().size());
		this.mother.follow(SERVICE).await();
	}

	/** The simulator is shared with other journeys, which know no menu. */
	@AfterEach
	void clear() {
		this.simulator.faults().clear();
		this.simulator.menus().restore(MissingNode.getInstance());
	}

	@Test
	void publishedMenuIsSeenTappedAndAnsweredAndRolledBack() {
		MenuVersion first = saved(menu("进班级", "CLASS_MINE"));
		assertThat(this.publications.publish(EDITOR, first.id()).state()).isEqualTo(State.SENT);
		assertThat(shown()).containsExactly("进班级");
		this.mother.menu(SERVICE, "CLASS_MINE").await();
		assertThat(lastWords()).contains("班级");
		this.publications.publish(EDITOR, saved(menu("绑孩子", "CLASS_BIND")).id());
		assertThat(this.mother.enter(SERVICE).buttons()).extracting("name")
			.as("a copy of five minutes")
			.contains("进班级");
		this.simulator.clock().advance(Duration.ofMinutes(6));
		assertThat(this.mother.enter(SERVICE).buttons()).extracting("name").containsExactly("绑孩子");
		assertThat(this.publications.rollBack(EDITOR, first.id()).state()).isEqualTo(State.SENT);
		assertThat(shown()).containsExactly("进班级");
	}

	@Test
	void conditionalMenuIsSeenByWhomItIsFor() {
		MenuSet set = new MenuSet(menu("大家", "CLASS_MINE").buttons(),
				List.of(new MenuSet.Conditional(new MenuSet.Audience("", "1"), menu("苹果", "CLASS_BIND").buttons()),
						new MenuSet.Conditional(new MenuSet.Audience("", "2"), menu("安卓", "CLASS_BIND").buttons())));
		assertThat(this.publications.publish(EDITOR, saved(set).id()).state()).isEqualTo(State.SENT);
		assertThat(shown()).hasSize(1);
		assertThat(this.publications.pull(EDITOR, SERVICE).orElseThrow().set().showsLike(set)).isTrue();
		assertThat(this.publications.publish(EDITOR, saved(menu("大家", "CLASS_MINE")).id()).state())
			.isEqualTo(State.SENT);
		assertThat(this.publications.pull(EDITOR, SERVICE).orElseThrow().set().conditional()).isEmpty();
	}

	@Test
	void answerThatIsLostIsUnknownUntilThePlatformIsAskedAndNothingIsSentTwice() {
		MenuVersion version = saved(menu("新" + UUID.randomUUID().toString().substring(0, 4), "CLASS_MINE"));
		long before = creations();
		this.simulator.faults().add(Fault.of(FaultAction.DROP_AFTER).onPath(CREATE).times(1));
		Publication unknown = this.publications.publish(EDITOR, version.id());
		assertThat(unknown.state()).isEqualTo(State.UNKNOWN);
		this.simulator.clock().advance(Duration.ofSeconds(20));
		assertThat(settled(unknown).state()).isEqualTo(State.SENT);
		assertThat(creations()).isEqualTo(before + 1);
		assertThat(shown()).containsExactly(version.set().buttons().get(0).name());
	}

	@Test
	void callThatIsLostIsFoundNotTakenAndPublishedAgain() {
		MenuVersion version = saved(menu("再" + UUID.randomUUID().toString().substring(0, 4), "CLASS_MINE"));
		this.simulator.faults().add(Fault.of(FaultAction.DROP_BEFORE).onPath(CREATE).times(1));
		Publication unknown = this.publications.publish(EDITOR, version.id());
		assertThat(unknown.state()).isEqualTo(State.UNKNOWN);
		this.simulator.clock().advance(Duration.ofSeconds(20));
		assertThat(settled(unknown).state()).isEqualTo(State.NOT_TAKEN);
		assertThat(this.publications.publish(EDITOR, version.id()).state()).isEqualTo(State.SENT);
	}

	@Test
	void editorDoesItAllInTheBrowser(@Autowired Units units, @Autowired People people,
			@Autowired Appointments appointments, @Autowired Environment environment) {
		String site = "http://localhost:" + environment.getRequiredProperty("local.server.port");
		this.publications.publish(EDITOR, saved(menu("进班级", "CLASS_MINE")).id());
		this.simulator.automaticReplies().put(SERVICE, JsonMapper.builder().build().readTree("""
				{"is_add_friend_reply_open":0,"is_autoreply_open":1,"keyword_autoreply_info":{"list":[
				{"rule_name":"校车","keyword_list_info":[{"type":"text","match_mode":"equal","content":"校车时刻"}],
				"reply_list_info":[{"type":"text","content":"校车每天 7:10 出发。"}]}]}}
				"""));
		try (Browser browser = Browser.open().sized(1366, 900)) {
			signIn(browser.visit(site + "/console"), new District(units, people, appointments));
			browser.visit(site + "/console/menus/of/" + SERVICE).find(".phone-frame");
			browser.click("main a", "编辑菜单").click("[id='add:m0']").type("[id='m0.b1.name']", "找学校");
			browser.click("#menu-editor button", "保存为新版本").find(".note.bad", "请选择点了以后由什么来回复");
			browser.run("const list = document.getElementById('m0.b1.target'); list.value = 'CLICK:ENQUIRY_ASK';"
					+ "list.dispatchEvent(new Event('change', { bubbles: true }))");
			browser.until("the list is chosen",
					() -> browser.run("return document.getElementById('m0.b1.value')") == null);
			browser.screenshot("menu-editor");
			browser.click("#menu-editor button", "保存为新版本").find(".note.good", "已保存");
			browser.click("main a", "发布").find("h1", "换成第");
			browser.click("main button", "发布").find(".note.good", "五分钟内看到");
			browser.screenshot("menu-published");
			assertThat(shown()).containsExactly("进班级", "找学校");
			tapOnThePhonePage(browser, "找学校", "写下您的问题");
			browser.visit(site + "/console/menus/of/" + SERVICE);
			browser.click("main a", "旧的自动回复").click("main button", "拉取旧的自动回复").find("td", "校车时刻");
			browser.click("main button", "接管").find(".note.good", "已接管");
			this.mother.text(SERVICE, "校车时刻").await();
			assertThat(lastWords()).isEqualTo("校车每天 7:10 出发。");
			String old = "第 " + (this.versions.latest(SERVICE).orElseThrow().number() - 1) + " 版";
			browser.visit(site + "/console/menus/of/" + SERVICE).click("#list a", old).click("main a", "回退到这一版");
			browser.click("main button", "回退并发布").find(".note.good", "五分钟内看到");
			assertThat(shown()).containsExactly("进班级");
			assertThat(browser.complaints()).filteredOn((complaint) -> !complaint.contains("htmx:")).isEmpty();
		}
	}

	private void tapOnThePhonePage(Browser browser, String name, String answer) {
		String account = this.simulator.accounts()
			.stream()
			.filter((one) -> one.appId().equals(SERVICE))
			.findFirst()
			.orElseThrow()
			.name();
		browser.visit(this.simulator.controlUrl()).click(".people__one", this.mother.nickname()).click(".row", account);
		browser.click(".menubar__top", name).find(".msg:not(.msg--me) .bubble", answer);
		browser.screenshot("menu-on-phone");
	}

	private void signIn(Browser browser, District district) {
		String username = "u" + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
		PersonId person = district.person("李编辑", district.commission());
		district.give(person, Role.EDITOR, district.commission());
		this.signIns.create(EDITOR, person, username, PASSWORD);
		Totp totp = Totp.fresh();
		this.factors.preset(EDITOR, person, totp);
		browser.type("#username", username).type("#password", PASSWORD).click("main button", "登录");
		browser.type("#code", totp.codeAt(this.simulator.clock().instant())).click("main button").find("h1", "今日");
	}

	/** The job asks too. */
	private Publication settled(Publication publication) {
		Publication now = this.publications.find(publication.id());
		return (now.state() == State.UNKNOWN) ? this.publications.ask(EDITOR, publication.id()) : now;
	}

	private long creations() {
		return this.simulator.apiLog().stream().filter((call) -> call.path().equals(CREATE)).count();
	}

	private List<String> shown() {
		return this.mother.enterAfresh(SERVICE)
			.buttons()
			.stream()
			.map(cn.mentougou.wechatsim.world.MenuButton::name)
			.toList();
	}

	private MenuVersion saved(MenuSet set) {
		return this.versions.save(EDITOR, SERVICE, set, "",
				this.versions.latest(SERVICE).map(MenuVersion::id).orElse(0L));
	}

	private static MenuSet menu(String name, String key) {
		return MenuSet.of(List.of(MenuButton.of(name, ButtonKind.CLICK, key)));
	}

	private String lastWords() {
		List<String> words = this.mother.phone(SERVICE)
			.stream()
			.filter((bubble) -> bubble.side() == Bubble.Side.ACCOUNT)
			.map((bubble) -> String.valueOf(bubble.text()))
			.toList();
		return words.get(words.size() - 1);
	}

}
