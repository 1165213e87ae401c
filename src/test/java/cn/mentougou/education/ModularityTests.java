package cn.mentougou.education;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import static org.assertj.core.api.Assertions.assertThat;

class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(EducationApplication.class);

	@Test
	void modulesUseOnlyWhatTheyDeclare() {
		this.modules.verify();
	}

	/**
	 * Canvas and diagram of every module, for the reader who wants more than the README.
	 */
	@Test
	void documentationIsWritten() {
		new Documenter(this.modules).writeDocumentation();
		assertThat(Sources.README.resolveSibling("target/spring-modulith-docs")).isNotEmptyDirectory();
	}

	/** {@code -Dreadme.write=true} puts the generated picture into the README. */
	@Test
	void readmeShowsTheModulesAsTheyAre() throws IOException {
		String picture = ModulePicture.of(this.modules).mermaid();
		if (Boolean.getBoolean("readme.write")) {
			Sources.writeSection("modules", picture);
		}
		assertThat(Sources.section("modules")).as("copy this between the markers of README.md:%n%s", picture)
			.isEqualTo(picture);
	}

	@Test
	void pictureLeavesOutWhatFollowsFromOtherArrows() {
		String picture = ModulePicture.of(Map.of("wechat.reply", Set.of("wechat.webhook", "wechat.envelope", "shared"),
				"wechat.webhook", Set.of("wechat.envelope"), "wechat.envelope", Set.of(), "shared", Set.of()))
			.mermaid();
		assertThat(picture).contains("m_wechat_reply --> m_wechat_webhook", "m_wechat_webhook --> m_wechat_envelope")
			.doesNotContain("m_wechat_reply --> m_wechat_envelope", "shared");
	}

}
