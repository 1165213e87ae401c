package cn.mentougou.structure.samples.undeclared;

import java.time.LocalDate;
import java.time.ZoneId;

/** Asks the machine for the date, though in the right zone. */
class MachineTime {

	LocalDate today() {
		return LocalDate.now(ZoneId.of("Asia/Shanghai"));
	}

}
