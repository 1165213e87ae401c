package cn.mentougou.education;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private static final String BASE = "cn.mentougou.education";

	private static final String SAMPLES = "cn.mentougou.structure.samples";

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(BASE);

	private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(SAMPLES);

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void applicationKeepsTheRules(ArchRule rule) {
		rule.check(MAIN);
	}

	static Stream<ArchRule> rules() {
		return rules(new ArchitectureRules(BASE), 15);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rulesOfSamples")
	void brokenSampleIsFound(ArchRule rule) {
		assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
	}

	static Stream<ArchRule> rulesOfSamples() {
		return Stream.concat(rules(new ArchitectureRules(SAMPLES), 1),
				Stream.of(ArchitectureRules.witnessesKnowNothingOfTheApplication(SAMPLES),
						ArchitectureRules.enginesKnowNothingOfTheSimulator(SAMPLES)));
	}

	private static Stream<ArchRule> rules(ArchitectureRules rules, int types) {
		return Stream.of(rules.everyPackageIsADeclaredModule(), rules.nobodyUsesPlatformOrTheRootPackage(),
				rules.onlyWxMpClassesUseTheSdk(), rules.timeComesFromTheClock(),
				rules.xmlIsReadByTheHardenedReaderAlone(), rules.onlyEnvelopeAndInspectionReadXml(),
				rules.mappersAndControllersAreHidden(), rules.packagesAreSmall(types));
	}

	@Test
	void witnessesStayOutside() {
		JavaClasses everything = new ClassFileImporter().importPackages("cn.mentougou");
		ArchitectureRules.witnessesKnowNothingOfTheApplication("cn.mentougou").allowEmptyShould(true).check(everything);
		ArchitectureRules.enginesKnowNothingOfTheSimulator("cn.mentougou").allowEmptyShould(true).check(everything);
	}

	@Test
	void mavenFindsTheOneMainMethodOfTheTestSources() {
		JavaClasses tests = new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests())
			.importPackages("cn.mentougou");
		assertThat(tests).filteredOn((one) -> one.tryGetMethod("main", String[].class).isPresent())
			.extracting(JavaClass::getName)
			.containsExactly(TestEducationApplication.class.getName());
	}

}
