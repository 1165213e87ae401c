package cn.mentougou.education.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.specimens.Specimen;
import cn.mentougou.specimens.Specimens;

import static org.assertj.core.api.Assertions.assertThat;

/** Each desk of the office, once by mouse and once by keyboard alone. */
class DeskJourneysBrowserTests extends BrowserSite {

	@Autowired
	private Units units;

	@Autowired
	private People people;

	@TempDir
	private Path folder;

	@Test
	void unitIsAddedAndPeopleAreEnteredByMouse() {
		String school = fresh("小学");
		this.district.commission();
		as(Role.SYSTEM_ADMINISTRATOR).click(".side a", "机构").find("h1", "机构");
		this.browser.click(".actions a", "添加单位").find("h1", "添加单位");
		this.browser.type("#name", school).click("#kind option", "学校").click("#parent option", "教育委员会");
		this.browser.click(".buttons button", "添加").find(".note.good", "已添加“" + school + "”");
		this.browser.find("td a", school);
		this.browser.click(".side a", "人员").click(".actions a", "添加人员").find("h1", "添加人员");
		this.browser.type("#name", "欧阳春晓").type("#phone", "13812345678").click("#unit option", school);
		this.browser.click(".buttons button", "添加").find(".note.good", "已添加");
		this.browser.find("dd", "138****5678");
		this.browser.click("[name=reason] option", "工作").click(".filter button", "查看并记录").find("dd", "13812345678");
		this.browser.click("main a", "办理离开").find("h1", "为“欧阳春晓”办理离开？");
		this.browser.click("button.danger").find(".note.good", "已办理离开");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void unitIsRenamedAndClosedByKeyboardAlone() {
		String school = fresh("学校");
		this.district.unit(UnitKind.SCHOOL, school);
		as(Role.SYSTEM_ADMINISTRATOR).visit(at("/console/units")).find("h1", "机构");
		enter(school);
		this.browser.find("h1", school);
		String renamed = fresh("分校");
		fill("name", renamed);
		enter("改名");
		this.browser.find(".note.good", "名称已改");
		enter(renamed);
		this.browser.find("h1", renamed);
		enter("撤销这个单位");
		this.browser.find("h1", "撤销“" + renamed + "”？");
		enter("撤销");
		this.browser.find(".note.good", "已撤销");
		assertThat(this.units.all()).filteredOn((unit) -> unit.name().equals(renamed))
			.singleElement()
			.satisfies((unit) -> assertThat(unit.open()).isFalse());
	}

	@Test
	void personIsEnteredByKeyboardAlone() {
		String name = fresh("赵");
		as(Role.SYSTEM_ADMINISTRATOR).visit(at("/console/people/new")).find("h1", "添加人员");
		fill("name", name);
		choose("unit", "教育委员会");
		enter("添加");
		this.browser.find(".note.good", "已添加");
		assertThat(this.people.one(name, null).isHere()).isTrue();
	}

	@Test
	void roleIsGivenAndTakenByMouse() {
		String name = somebody();
		as(Role.SECURITY_ADMINISTRATOR).click(".side a", "职责").click(".actions a", "授予职责").find("h1", "授予职责");
		this.browser.type("#name", name).click("#role option", "触摸屏管理员").click("#unit option", "教育委员会");
		this.browser.click(".buttons button", "授予").find(".note.good", "已授予");
		// Other tests of this context gave more roles than one page shows.
		this.browser.click(".filter option", "触摸屏管理员").click(".filter button", "筛选");
		this.browser.click("a[aria-label=收回" + name + "的触摸屏管理员职责]");
		this.browser.click("button.danger").find(".note.good", "已收回");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void roleIsGivenAndItsSignInOpenedByKeyboardAlone() {
		String name = somebody();
		as(Role.SECURITY_ADMINISTRATOR).visit(at("/console/roles/new")).find("h1", "授予职责");
		fill("name", name);
		choose("role", "舆情专员");
		choose("unit", "教育委员会");
		enter("授予");
		this.browser.find(".note.good", "已授予");
		this.browser.visit(at("/console/sign-ins/new")).find("h1", "开通账号");
		fill("name", name);
		fill("username", "k" + UUID.randomUUID().toString().substring(0, 8));
		enter("开通");
		this.browser.find("h1", "初始密码");
		enter("我已抄下");
		this.browser.find("h1", name);
	}

	@Test
	void signInIsOpenedByMouse() {
		String name = somebody();
		as(Role.SECURITY_ADMINISTRATOR).click(".side a", "登录账号").click(".actions a", "开通账号");
		this.browser.type("#name", name).type("#username", "m" + UUID.randomUUID().toString().substring(0, 8));
		this.browser.click(".buttons button", "开通").find("h1", "初始密码");
		this.browser.screenshot("one-time-password");
		this.browser.click(".buttons a", "我已抄下").find("h1", name);
		this.browser.click(".buttons a", "停用").click("button.danger").find(".note.good", "已办好");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void absenceIsEnteredByMouseAndEndedByKeyboard() {
		as(Role.EDITOR).visit(at("/console/absences")).click(".actions a", "登记我的不在岗");
		LocalDate today = LocalDate.now(this.clock);
		this.browser.type("#from", typed(today)).type("#until", typed(today.plusDays(3)));
		this.browser.click(".buttons button", "登记").find(".note.good", "已登记");
		this.browser.screenshot("absence-entered");
		enter("提前结束");
		this.browser.find("h1", "提前结束");
		enter("提前结束");
		this.browser.find(".note.good", "已结束");
	}

	@Test
	void absenceIsEnteredByKeyboardAlone() {
		as(Role.REVIEWER).visit(at("/console/absences")).find("h1", "不在岗与代理");
		enter("登记我的不在岗");
		this.browser.find("h1", "不在岗");
		LocalDate today = LocalDate.now(this.clock);
		fill("from", typed(today));
		fill("until", typed(today.plusDays(1)));
		enter("登记");
		this.browser.find(".note.good", "已登记");
	}

	@Test
	void postIsEnteredByMouseAndByKeyboard() {
		String first = somebody();
		as(Role.DISCLOSURE_CLERK).click(".side a", "信息公开岗位").click(".actions a", "登记岗位");
		this.browser.type("#name", first).click("#kind option", "全职").click(".buttons button", "登记");
		this.browser.find(".note.good", "已登记");
		String second = somebody();
		this.browser.visit(at("/console/posts"));
		enter("登记岗位");
		this.browser.find("h1", "登记岗位");
		fill("name", second);
		choose("kind", "兼职");
		enter("登记");
		this.browser.find(".note.good", "已登记");
		this.browser.find("td", second);
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void fileWithAHiddenColumnIsCaughtByMouseAndAnsweredByKeyboard() throws Exception {
		Path file = specimen("hidden column", "招生计划.xlsx");
		as(Role.SUBMITTER).click(".side a", "文件检查").type("#file", file.toAbsolutePath().toString());
		this.browser.click(".buttons button", "上传并检查").find("h2", "有隐藏的列");
		this.browser.screenshot("file-hidden-column");
		Object report = this.browser.run("return location.href");
		as(Role.REVIEWER).visit(String.valueOf(report)).find("h2", "有隐藏的列");
		fill("reason", "列中没有内容");
		enter("同意保留");
		this.browser.find(".note.good", "已记录您的答复");
		this.browser.find("td", "列中没有内容");
		enter("返回列表");
		this.browser.find("td a", "招生计划.xlsx");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void holdIsPlacedByMouseAndLiftedByKeyboard() {
		as(Role.SECURITY_ADMINISTRATOR).click(".side a", "个人信息保存期限").click(".actions a", "增加保留");
		this.browser.type("#person", "phone:13800000000").type("#reason", "某号投诉正在调查");
		this.browser.click(".buttons button", "保留").find(".note.good", "已保留");
		this.browser.screenshot("retention-hold");
		enter("解除");
		this.browser.find("h1", "解除");
		enter("解除");
		this.browser.find(".note.good", "已解除");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void holdIsPlacedByKeyboardAlone() {
		as(Role.SECURITY_ADMINISTRATOR).visit(at("/console/retention/holds/new")).find("h1", "增加保留");
		fill("person", "phone:13800000001");
		fill("reason", "某号复议正在审理");
		enter("保留");
		this.browser.find(".note.good", "已保留");
	}

	@Test
	void processingIsRegisteredByMouseAndByKeyboard() {
		String first = fresh("班级互动");
		as(Role.SECURITY_ADMINISTRATOR).click(".side a", "个人信息处理登记").click(".actions a", "增加一项");
		this.browser.type("#name", first).type("#purpose", "家校互动").type("#legalBasis", "个人信息保护法第十三条");
		this.browser.type("#categories", "姓名、电话").type("#retention", "一个学年");
		this.browser.click(".buttons button", "保存").find(".note.good", "已保存");
		this.browser.visit(at("/console/processing"));
		enter(first);
		this.browser.find("h1", "修改处理活动");
		fill("recipients", "无");
		enter("保存");
		this.browser.find(".note.good", "已保存");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void incidentIsRegisteredByMouseAndFollowedUpByKeyboard() {
		String when = typed(LocalDate.now(this.clock).minusDays(1));
		as(Role.SECURITY_ADMINISTRATOR).click(".side a", "个人信息安全事件").click(".actions a", "登记事件");
		this.browser.type("#happenedAt", when + "\t0900AM").type("#knownAt", when + "\t1000AM");
		this.browser.type("#what", "名单误发到工作群").type("#categories", "姓名").type("#people", "3");
		this.browser.click(".buttons button", "保存").find(".note.good", "已保存");
		this.browser.visit(at("/console/incidents")).click("td a", "号").find("h1", "处理事件");
		fill("measures", "已撤回并请收到的人删除");
		enter("保存");
		this.browser.find(".note.good", "已保存");
		assertThat(this.browser.complaints()).isEmpty();
	}

	private String somebody() {
		String name = fresh("钱");
		PersonId person = this.district.person(name, this.district.commission());
		assertThat(person.value()).isPositive();
		return name;
	}

	/** A name that nobody else has. */
	private static String fresh(String name) {
		StringBuilder fresh = new StringBuilder(name);
		UUID random = UUID.randomUUID();
		for (int i = 0; i < 3; i++) {
			fresh.append((char) ('一' + Math.floorMod(random.hashCode() >>> (i * 8), 200)));
		}
		return fresh.toString();
	}

	private Path specimen(String title, String name) throws Exception {
		for (Specimen specimen : Specimens.all()) {
			if (specimen.title().equals(title)) {
				return Files.write(this.folder.resolve(name), specimen.maker().make());
			}
		}
		throw new IOException(title);
	}

}
