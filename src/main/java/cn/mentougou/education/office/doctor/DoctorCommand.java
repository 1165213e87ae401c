package cn.mentougou.education.office.doctor;

import java.io.PrintStream;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.mentougou.education.office.command.Command;

/** {@code java -jar … doctor}: examines what the application needs. */
@Component
class DoctorCommand implements Command {

	private final ObjectProvider<Checkup> checkups;

	DoctorCommand(ObjectProvider<Checkup> checkups) {
		this.checkups = checkups;
	}

	@Override
	public String name() {
		return "doctor";
	}

	@Override
	public String help() {
		return "检查配置、数据库、Redis 和微信平台，逐项说明结果和处理办法";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) {
		return new Doctor(this.checkups.orderedStream().toList()).examine(out);
	}

}
