package cn.mentougou.education.office.doctor;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import cn.mentougou.education.shared.Misconfigured;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@Test
	void healthySystemEndsWithZero() {
		assertThat(examine(new Look("甲", () -> Finding.good("好。")), new Look("乙", () -> Finding.good("也好。")))).isZero();
		assertThat(lines()).containsExactly("✔ 甲：好。", "✔ 乙：也好。", "一切正常。");
	}

	@Test
	void badFindingEndsWithOneAndNamesTheRemedyAndTheRestIsStillExamined() {
		assertThat(examine(new Look("甲", () -> Finding.bad("不好。", "改。")), new Look("乙", () -> Finding.good("好。"))))
			.isEqualTo(1);
		assertThat(lines()).containsExactly("✘ 甲：不好。", "  处理：改。", "✔ 乙：好。", "有 1 项要处理。");
	}

	@Test
	void wrongConfigurationIsSaidInItsOwnSentence() {
		assertThat(examine(new Look("甲", () -> {
			throw new IllegalStateException(new Misconfigured("缺少某项。"));
		}))).isEqualTo(1);
		assertThat(lines()).startsWith("✘ 甲：缺少某项。");
	}

	@Test
	void valueThatCannotBeReadIsNamedByItsProperty() {
		examine(new Look("甲", () -> {
			new Binder(new MapConfigurationPropertySource(Map.of("some.number", "p4ssw0rd"))).bind("some.number",
					Integer.class);
			return Finding.good("好。");
		}));
		assertThat(lines().get(0)).isEqualTo("✘ 甲：配置项 some.number 的值读不懂。");
		assertThat(this.out.toString(StandardCharsets.UTF_8)).doesNotContain("p4ssw0rd");
	}

	@Test
	void messageOfAnotherExceptionIsNotShown() {
		examine(new Look("甲", () -> {
			throw new IllegalStateException("jdbc:mysql://x?password=p4ssw0rd");
		}));
		assertThat(lines().get(0)).isEqualTo("✘ 甲：没能完成（IllegalStateException）。");
	}

	private int examine(Checkup... checkups) {
		return new Doctor(List.of(checkups)).examine(new PrintStream(this.out, true, StandardCharsets.UTF_8));
	}

	private List<String> lines() {
		return this.out.toString(StandardCharsets.UTF_8).lines().toList();
	}

	/** A check-up that finds what a test wants. */
	private record Look(String name, Supplier<Finding> look) implements Checkup {

		@Override
		public Finding check() {
			return this.look.get();
		}

	}

}
