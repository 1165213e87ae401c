package cn.mentougou.education.office.setup;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.console.ConsoleActor;
import cn.mentougou.education.office.signin.SignIns;
import cn.mentougou.education.office.staff.Actors;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.unit.Unit;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The first start as the three administrators go through it. */
@PageTest
class SetupTests {

	private static final String PATH = "/console/sign-in/setup";

	private static final String PASSWORD = "correct horse battery staple";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Setup setup;

	@Autowired
	private Units units;

	@Autowired
	private People people;

	@Autowired
	private Appointments appointments;

	@Autowired
	private Actors actors;

	@Autowired
	private SignIns signIns;

	@Autowired
	private JdbcClient jdbc;

	private MvcTestResult open(Word word, @Nullable Cookie browser) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.get().uri(PATH + "?link=" + word.text());
		return ((browser != null) ? request.cookie(browser) : request).exchange();
	}

	private MvcTestResult post(Word word, @Nullable Cookie browser, Map<String, String> fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(PATH).param("link", word.text());
		fields.forEach(request::param);
		return ((browser != null) ? request.cookie(browser) : request).exchange();
	}

	private Cookie browser() {
		return new Cookie("setup", Word.random().text());
	}

	private List<Word> begin() throws Exception {
		MvcTestResult links = post(this.setup.newBeginning(), browser(), Map.of("commission", "门头沟区教育委员会"));
		return Pattern.compile("link=([\\w-]{43})")
			.matcher(links.getResponse().getContentAsString())
			.results()
			.map((MatchResult match) -> new Word(match.group(1)))
			.toList();
	}

	private static Map<String, String> person(String name, String phone, String username) {
		return Map.of("name", name, "phone", phone, "username", username, "password", PASSWORD, "again", PASSWORD);
	}

	@Test
	void threePeopleBecomeTheThreeAdministrators() throws Exception {
		assertThat(open(this.setup.newBeginning(), null)).hasStatusOk()
			.bodyText()
			.contains("教委名称", "系统管理员、安全管理员、审计管理员");
		List<Word> links = begin();
		assertThat(links).hasSize(3);
		assertThat(this.units.commission()).get().extracting(Unit::name).isEqualTo("门头沟区教育委员会");
		assertThat(post(links.get(0), browser(), person("赵一", "13800000001", "zhaoyi"))).hasStatusOk()
			.bodyText()
			.contains("您现在是系统管理员");
		assertThat(post(links.get(1), browser(), person("钱二", "13800000002", "qianer"))).hasStatusOk();
		assertThat(this.setup.missing()).containsExactly(Role.AUDIT_ADMINISTRATOR);
		assertThat(post(links.get(2), browser(), person("孙三", "13800000003", "sunsan"))).hasStatusOk();
		assertThat(this.setup.missing()).isEmpty();
		PersonId first = this.appointments.holdersOf(Role.SYSTEM_ADMINISTRATOR).get(0);
		assertThat(this.people.find(first)).get().extracting(Person::name).isEqualTo("赵一");
		assertThat(this.signIns.of(first)).get()
			.satisfies((signIn) -> assertThat(signIn.username()).isEqualTo("zhaoyi"));
		assertThat(this.actors.actorOf(first, "192.0.2.1")).get()
			.satisfies((actor) -> assertThat(actor.holds(Role.SYSTEM_ADMINISTRATOR)).isTrue());
		assertThat(
				this.jdbc.sql("SELECT details FROM audit_entry WHERE action = 'setup.administrator-made' ORDER BY id")
					.query(String.class)
					.list())
			.containsExactly("role=SYSTEM_ADMINISTRATOR", "role=SECURITY_ADMINISTRATOR", "role=AUDIT_ADMINISTRATOR");
	}

	@Test
	void firstLinkWorksOnceAndVoidsThoseOfOtherInstances() throws Exception {
		Word other = this.setup.newBeginning();
		assertThat(begin()).hasSize(3);
		for (MvcTestResult refused : List.of(open(other, null), post(other, browser(), Map.of("commission", "别的教委")))) {
			assertThat(refused).hasStatus(HttpStatus.CONFLICT).bodyText().contains("这个链接已经用过了");
		}
	}

	@Test
	void administratorsLinkWorksOnce() throws Exception {
		Word link = begin().get(0);
		assertThat(post(link, browser(), person("赵一", "13800000001", "zhaoyi"))).hasStatusOk();
		assertThat(post(link, browser(), person("钱二", "13800000002", "qianer"))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("这个链接已经用过了");
		assertThat(this.people.named("钱二")).isEmpty();
	}

	@Test
	void oneBrowserDoesNotOpenTwo() throws Exception {
		List<Word> links = begin();
		Cookie browser = browser();
		assertThat(open(links.get(1), browser)).hasStatusOk();
		assertThat(post(links.get(0), browser, person("赵一", "13800000001", "zhaoyi"))).hasStatusOk();
		assertThat(open(links.get(1), browser)).hasStatus(HttpStatus.CONFLICT).bodyText().contains("必须由三个人担任");
		assertThat(post(links.get(1), browser, person("钱二", "13800000002", "qianer"))).hasStatus(HttpStatus.CONFLICT);
		assertThat(open(links.get(1), browser())).hasStatusOk().bodyText().contains("设置安全管理员");
	}

	@Test
	void whoeverIsSignedInDoesNotOpenOne() throws Exception {
		Word link = begin().get(0);
		Actor actor = new Actor(Actor.Kind.STAFF, 1, "王小明", List.of(), "192.0.2.1");
		assertThat(this.mvc.get().uri(PATH + "?link=" + link.text()).requestAttr(ConsoleActor.ATTRIBUTE, actor))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("这个浏览器已经有人登录");
	}

	@ParameterizedTest
	@CsvSource({ "赵 一, 13800000002", "钱二, 138-0000-0001" })
	void oneNameOrPhoneDoesNotBecomeTwo(String name, String phone) throws Exception {
		List<Word> links = begin();
		assertThat(post(links.get(0), browser(), person("赵一", "13800000001", "zhaoyi"))).hasStatusOk();
		assertThat(post(links.get(1), browser(), person(name, phone, "other"))).bodyText().contains("这个姓名或手机号已经登记过");
		assertThat(this.setup.missing()).contains(Role.SECURITY_ADMINISTRATOR);
	}

	@Test
	void oneSignInDoesNotBecomeTwo() throws Exception {
		List<Word> links = begin();
		assertThat(post(links.get(0), browser(), person("赵一", "13800000001", "zhaoyi"))).hasStatusOk();
		assertThat(post(links.get(1), browser(), person("钱二", "13800000002", "ZhaoYi"))).hasStatusOk()
			.bodyText()
			.contains("没有保存");
		assertThat(this.setup.missing()).contains(Role.SECURITY_ADMINISTRATOR);
	}

	@Test
	void whatWasTypedWrongCanBeTypedAgainButThePasswordIsNotShown() throws Exception {
		Word link = begin().get(0);
		assertThat(post(link, browser(),
				Map.of("name", "赵一", "phone", "13800000001", "username", "zhaoyi", "password", PASSWORD, "again",
						"another")))
			.hasStatusOk()
			.bodyText()
			.contains("两次输入的密码不一样", "value=\"zhaoyi\"", "value=\"" + link.text())
			.doesNotContain(PASSWORD);
	}

	@Test
	void wrongAndMissingWordsAreRefusedKindly() {
		assertThat(open(new Word("nonsense"), null)).hasStatus(HttpStatus.NOT_FOUND).bodyText().contains("这个链接不对");
		assertThat(this.mvc.get().uri(PATH)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(this.setup.newBeginning(), null, Map.of("commission", "某教委"))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Cookie");
	}

	@Test
	void expiredLinkSaysHowToGetANewOne() throws Exception {
		List<Word> links = begin();
		this.jdbc.sql("UPDATE setup_link SET expires_at = '2020-01-01 00:00:00'").update();
		assertThat(open(links.get(0), null)).hasStatus(HttpStatus.CONFLICT).bodyText().contains("请重新启动程序");
		Word again = this.setup.newBeginning();
		assertThat(open(again, null)).hasStatusOk().bodyText().contains("生成链接").doesNotContain("教委名称");
		assertThat(begin()).hasSize(3);
		assertThat(open(links.get(0), null)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void linksLieAsHashesAlone() throws Exception {
		Word word = begin().get(0);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM setup_link WHERE word_hash = :hash")
			.param("hash", word.hash())
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(word).hasToString("Word");
		assertThat(SetupForm.of(word.text()).toString()).doesNotContain(word.text());
	}

}
