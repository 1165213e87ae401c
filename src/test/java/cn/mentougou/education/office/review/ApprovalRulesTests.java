package cn.mentougou.education.office.review;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

import cn.mentougou.education.EducationApplication;
import cn.mentougou.education.shared.Actor;

/** Nobody else decides what is approved. */
class ApprovalRulesTests {

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackagesOf(EducationApplication.class);

	@Test
	void approvalIsAskedOfTheGateAlone() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages("..office.review", "..office.reviewdesk")
			.should()
			.accessField(ReviewState.class, "APPROVED")
			.because("ReviewState is for people to read; whether content may go out says ApprovalGate")
			.check(MAIN);
	}

	@Test
	void onlyPeopleAtTheDeskOfTheReviewsDecide() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages("..office.review", "..office.reviewdesk")
			.should()
			.callMethod(Reviews.class, "approve", Actor.class, String.class, String.class, String.class)
			.orShould()
			.callMethod(Reviews.class, "passSecrecy", Actor.class, String.class, String.class, SecrecyForm.class)
			.check(MAIN);
	}

}
