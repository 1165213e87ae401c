package cn.mentougou.education.office;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

/** Pages of a district with two schools, and those who keep it. */
@PageTest
abstract class DistrictPages {

	@Autowired
	protected PagesConfiguration.Browser browser;

	@Autowired
	protected District district;

	@Autowired
	protected JdbcClient jdbc;

	protected UnitId commission;

	protected UnitId school;

	protected UnitId other;

	protected Actor system;

	protected Actor security;

	protected Actor schoolOffice;

	@BeforeEach
	void found() {
		this.commission = this.district.commission();
		this.school = this.district.unit(UnitKind.SCHOOL, "永定河小学");
		this.other = this.district.unit(UnitKind.SCHOOL, "妙峰山学校");
		this.system = this.district.holding(Role.SYSTEM_ADMINISTRATOR, this.commission);
		this.security = this.district.holding(Role.SECURITY_ADMINISTRATOR, this.commission);
		this.schoolOffice = this.district.holding(Role.SCHOOL_ADMINISTRATOR, this.school);
	}

}
