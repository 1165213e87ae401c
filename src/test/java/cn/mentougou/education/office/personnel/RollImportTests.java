package cn.mentougou.education.office.personnel;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.office.PageTest;
import cn.mentougou.education.office.PagesConfiguration.Browser;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Person;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PageTest
class RollImportTests {

	private static final String FILE = """
			姓名,手机号,单位,职责
			欧阳春晓,13812345678,永定河小学,教师
			"赵 一",,永定河小学,
			钱二,abc,永定河小学,
			孙三,13900000003,妙峰山学校,

			李四,13900000004,永定河小学,主管领导
			欧阳春晓,138-1234-5678,永定河小学,
			""";

	@Autowired
	private Browser browser;

	@Autowired
	private People people;

	@Autowired
	private Appointments appointments;

	@Autowired
	private District district;

	private Actor office;

	@BeforeEach
	void district() {
		this.district.commission();
		UnitId school = this.district.unit(UnitKind.SCHOOL, "永定河小学");
		this.district.unit(UnitKind.SCHOOL, "妙峰山学校");
		this.office = this.district.holding(Role.SCHOOL_ADMINISTRATOR, school);
	}

	@Test
	void previewNamesEachBadLineAndEntersNobody() {
		assertThat(this.browser.get(this.office, "/console/people/import")).hasStatusOk();
		assertThat(this.browser.post(this.office, "/console/people/import", Map.of("text", FILE))).hasStatusOk()
			.bodyText()
			.contains("4 人不能导入", "2 人可以导入", "电话号码应为", "没有名为“妙峰山学校”的单位", "职责“主管领导”不能在这里授予", "文件里前面已有姓名和手机号都相同的一行",
					"导入这 2 人");
		assertThat(this.people.named("欧阳春晓")).isEmpty();
	}

	@Test
	void goodLinesAreEnteredAndNobodyTwice() {
		assertThat(this.browser.post(this.office, "/console/people/import/run", Map.of("text", FILE))).hasStatusOk()
			.bodyText()
			.contains("已导入 2 人", "4 人没有导入");
		Person teacher = this.people.one("欧阳春晓", null);
		assertThat(this.appointments.historyOf(teacher.id())).singleElement()
			.satisfies((held) -> assertThat(held.role()).isEqualTo(Role.TEACHER));
		assertThat(this.people.one("赵一", null).maskedPhone()).isNull();
		assertThat(this.browser.post(this.office, "/console/people/import",
				Map.of("text", "姓名,手机号,单位\n欧阳春晓,13812345678,永定河小学")))
			.bodyText()
			.contains("已有姓名和手机号都相同的在岗人员");
	}

	@Test
	void whatIsNoSuchFileIsRefusedWithASentence() {
		assertThat(this.browser.post(this.office, "/console/people/import", Map.of("text", "name,phone\nx,1")))
			.hasStatusOk()
			.bodyText()
			.contains("第一行应是列名");
		assertThat(this.browser.post(this.office, "/console/people/import", Map.of())).bodyText()
			.contains("请选择要导入的 CSV 文件");
		assertThatExceptionOfType(Refusal.Invalid.class)
			.isThrownBy(() -> RollFile.lines("姓名\n" + "某某\n".repeat(RollFile.MOST_LINES + 1)));
		assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> RollFile.text(new byte[] { (byte) 0xFF, 0 }));
	}

	@Test
	void spreadsheetsOfAllKindsAreRead() {
		String text = "\uFEFF姓名,备注\r\n\"王,五\",\"说\"\"好\"\"\n了\"\r\n";
		assertThat(RollFile.lines(text)).containsExactly(List.of("姓名", "备注"), List.of("王,五", "说\"好\"\n了"));
		assertThat(RollFile.lines("姓名\t单位")).containsExactly(List.of("姓名", "单位"));
		assertThat(RollFile.text("姓名".getBytes(Charset.forName("GBK")))).isEqualTo("姓名");
		assertThat(RollFile.text("姓名".getBytes(StandardCharsets.UTF_8))).isEqualTo("姓名");
	}

}
