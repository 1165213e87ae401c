package cn.mentougou.education.access;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.context.ApplicationContext;

import cn.mentougou.education.office.absence.AbsenceDetails;
import cn.mentougou.education.office.absence.Absences;
import cn.mentougou.education.office.attachment.Attachments;
import cn.mentougou.education.office.review.Approvals;
import cn.mentougou.education.office.review.ReviewRegister;
import cn.mentougou.education.office.review.Reviews;
import cn.mentougou.education.office.review.SampleWork;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;
import cn.mentougou.education.wechat.scene.SceneDraft;
import cn.mentougou.education.wechat.scene.SceneKind;
import cn.mentougou.education.wechat.scene.SceneQrCodes;

/** One thing of each kind that belongs to a school where nobody who looks works. */
final class OtherSchool {

	/** Stands in everything that belongs to it. */
	static final String CANARY = "金丝雀";

	private OtherSchool() {
	}

	/** The numbers of the things, by the word of the table. */
	static Map<String, Long> of(ApplicationContext context) {
		District district = context.getBean(District.class);
		UnitId unit = district.unit(UnitKind.SCHOOL, CANARY + "学校" + System.nanoTime());
		PersonId person = district.person(CANARY, unit);
		Map<String, Long> objects = new TreeMap<>();
		objects.put("unit", unit.value());
		objects.put("person", person.value());
		objects.put("appointment", district.give(person, Role.EDITOR, unit));
		objects.put("absence", absence(context, district, person));
		objects.put("review", review(context, unit));
		objects.put("file", file(context, district.holding(Role.EDITOR, unit), unit));
		objects.put("scene-code",
				context.getBean(SceneQrCodes.class)
					.order(Actor.system("test"), new SceneDraft(SceneKind.CLASS, unit, CANARY + "班", "", true, null))
					.value());
		return objects;
	}

	private static long absence(ApplicationContext context, District district, PersonId person) {
		LocalDate today = LocalDate.now(context.getBean(Clock.class));
		return context.getBean(Absences.class)
			.record(district.holding(Role.SYSTEM_ADMINISTRATOR, district.commission()), person,
					new AbsenceDetails(today, today.plusDays(3), null, Set.of()));
	}

	private static long review(ApplicationContext context, UnitId unit) {
		String id = context.getBean(SampleWork.class).write(unit.value(), CANARY + "稿件", Set.of());
		new Approvals(context.getBean(Reviews.class)).submit(SampleWork.KIND, id);
		return context.getBean(ReviewRegister.class).of(SampleWork.KIND, id).orElseThrow().id();
	}

	private static long file(ApplicationContext context, Actor editor, UnitId unit) {
		return context.getBean(Attachments.class)
			.keep(editor, unit, CANARY + ".csv",
					new ByteArrayInputStream((CANARY + ",1\n").getBytes(StandardCharsets.UTF_8)))
			.id()
			.value();
	}

}
