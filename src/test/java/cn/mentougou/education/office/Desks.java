package cn.mentougou.education.office;

import java.time.Instant;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Controller;

import cn.mentougou.education.MovableClock;
import cn.mentougou.education.office.attachment.AttachmentFixture;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.unit.Units;

/** The desks without their pages. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan("cn.mentougou.education.office.privacy")
@ComponentScan(
		basePackages = { "cn.mentougou.education.office.unit", "cn.mentougou.education.office.staff",
				"cn.mentougou.education.office.absence", "cn.mentougou.education.office.post",
				"cn.mentougou.education.office.audit" },
		excludeFilters = @Filter(type = FilterType.ANNOTATION, classes = { Controller.class, Configuration.class }))
@Import(AttachmentFixture.class)
public class Desks {

	/** A Wednesday morning in Beijing. */
	public static final Instant MORNING = Instant.parse("2026-05-20T01:00:00Z");

	@Bean
	@Primary
	MovableClock movableClock() {
		return new MovableClock(MORNING);
	}

	@Bean
	District district(Units units, People people, Appointments appointments) {
		return new District(units, people, appointments);
	}

}
