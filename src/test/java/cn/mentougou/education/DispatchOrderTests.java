package cn.mentougou.education;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import cn.mentougou.education.wechat.dispatch.Turn;

import static org.assertj.core.api.Assertions.assertThat;

class DispatchOrderTests {

	@Test
	void readmeListsTheTurnsInTheirOrder() throws IOException {
		List<String> turns = Sources.section("order")
			.lines()
			.filter((line) -> line.matches("\\|\\s*\\d+\\s*\\|.*"))
			.map((line) -> line.split("\\|")[1].strip() + " " + line.split("\\|")[2].strip())
			.toList();
		assertThat(turns).containsExactlyElementsOf(
				Stream.of(Turn.values()).map((turn) -> (turn.ordinal() + 1) + " `" + turn.name() + "`").toList());
	}

}
