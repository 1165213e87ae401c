package cn.mentougou.education;

import java.beans.XMLDecoder;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.function.Predicate;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import org.springframework.stereotype.Controller;

/**
 * The rules of the house, for the classes under a base package, so that samples can break
 * them elsewhere.
 */
final class ArchitectureRules {

	private final String base;

	ArchitectureRules(String base) {
		this.base = base;
	}

	/** A package without the annotation would be invisible to the check of modules. */
	ArchRule everyPackageIsADeclaredModule() {
		return ArchRuleDefinition.classes()
			.that(areNot("in the root package", (type) -> type.getPackageName().equals(this.base)))
			.and(areNot("package-info", (type) -> type.getSimpleName().equals("package-info")))
			.should(new ArchCondition<>("live in a package with @ApplicationModule and @NullMarked") {
				@Override
				public void check(JavaClass type, ConditionEvents events) {
					JavaPackage home = type.getPackage();
					events.add(new SimpleConditionEvent(type,
							home.isAnnotatedWith(ApplicationModule.class) && home.isAnnotatedWith(NullMarked.class),
							home.getName() + " is not declared"));
				}
			});
	}

	ArchRule nobodyUsesPlatformOrTheRootPackage() {
		return ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(this.base + ".platform")
			.and(areNot("in the root package", (type) -> type.getPackageName().equals(this.base)))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(this.base, this.base + ".platform");
	}

	ArchRule onlyWxMpClassesUseTheSdk() {
		return ArchRuleDefinition.noClasses()
			.that(areNot("named WxMp", (type) -> outermost(type).getSimpleName().startsWith("WxMp")))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("me.chanjar.weixin..");
	}

	ArchRule timeComesFromTheClock() {
		return ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(this.base + ".platform")
			.should(askTheMachineForTheTime());
	}

	ArchRule xmlIsReadByTheHardenedReaderAlone() {
		return ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.belongToAnyOf(ObjectInputStream.class, XMLDecoder.class, DocumentBuilderFactory.class,
					SAXParserFactory.class)
			.orShould()
			.dependOnClassesThat()
			.resideInAnyPackage("com.thoughtworks.xstream..", "org.dom4j..", "org.jdom2..", "javax.xml.transform..",
					"javax.xml.validation..", "javax.xml.xpath..", "jakarta.xml.bind..")
			.orShould()
			.dependOnClassesThat()
			.haveNameMatching("me\\.chanjar\\.weixin\\..*Xml.*");
	}

	ArchRule onlyEnvelopeAndInspectionReadXml() {
		return ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages(this.base + ".wechat.envelope", this.base + ".office.inspection")
			.should()
			.dependOnClassesThat()
			.areAssignableTo(XMLInputFactory.class);
	}

	ArchRule mappersAndControllersAreHidden() {
		return ArchRuleDefinition.classes()
			.that()
			.areAnnotatedWith(Mapper.class)
			.or()
			.areMetaAnnotatedWith(Controller.class)
			.should()
			.notBePublic()
			.allowEmptyShould(true);
	}

	/** Flat and small: what outgrows it becomes two modules. */
	ArchRule packagesAreSmall(int limit) {
		return ArchRuleDefinition.classes()
			.that()
			.areTopLevelClasses()
			.should(new ArchCondition<>("be one of at most " + limit) {
				@Override
				public void check(JavaClass type, ConditionEvents events) {
					long size = type.getPackage()
						.getClasses()
						.stream()
						.filter((other) -> other.isTopLevelClass() && !other.isArray())
						.filter((other) -> !other.getSimpleName().equals("package-info"))
						.count();
					events.add(new SimpleConditionEvent(type, size <= limit,
							type.getPackageName() + " holds " + size + " types"));
				}
			});
	}

	/** The witnesses outside know nothing of what they watch. */
	static ArchRule witnessesKnowNothingOfTheApplication(String parent) {
		return ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage(parent + ".wechatsim..", parent + ".engines..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(parent + ".education..");
	}

	static ArchRule enginesKnowNothingOfTheSimulator(String parent) {
		return ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(parent + ".engines..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(parent + ".wechatsim..");
	}

	private static ArchCondition<JavaClass> askTheMachineForTheTime() {
		return new ArchCondition<>("ask the machine for the time") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
					if (isMachineTime(access.getTarget())) {
						events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
					}
				}
			}
		};
	}

	private static boolean isMachineTime(AccessTarget.CodeUnitAccessTarget target) {
		JavaClass owner = target.getOwner();
		boolean takesClock = target.getRawParameterTypes()
			.stream()
			.anyMatch((type) -> type.isEquivalentTo(Clock.class));
		if (owner.getPackageName().equals("java.time") && target.getName().equals("now")) {
			return !takesClock;
		}
		if (owner.isEquivalentTo(Clock.class)) {
			return Set
				.of("system", "systemUTC", "systemDefaultZone", "tick", "tickMillis", "tickSeconds", "tickMinutes")
				.contains(target.getName()) && !takesClock;
		}
		boolean newDate = owner.isEquivalentTo(Date.class) && target.getName().equals("<init>")
				&& target.getRawParameterTypes().isEmpty();
		return newDate || (owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis"));
	}

	private static JavaClass outermost(JavaClass type) {
		return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
	}

	private static DescribedPredicate<JavaClass> areNot(String description, Predicate<JavaClass> excepted) {
		return DescribedPredicate.describe("are not " + description, (type) -> !excepted.test(type));
	}

}
