package cn.mentougou.education;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

import cn.mentougou.education.office.command.CommandVisit;

/**
 * The WeChat official accounts, registers and clocks of the district education
 * commission.
 */
@SpringBootApplication
public class EducationApplication {

	public static void main(String[] args) {
		if (CommandVisit.isWanted(args)) {
			System.exit(CommandVisit.run(EducationApplication.class, args));
		}
		SpringApplication.run(EducationApplication.class, args);
	}

}
