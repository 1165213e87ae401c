package cn.mentougou.education.office.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.mentougou.education.office.console.SearchSource.Hit;
import cn.mentougou.education.shared.Actor;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTests {

	private static final Actor ACTOR = new Actor(Actor.Kind.STAFF, 7, "王小明", List.of(), "192.0.2.1");

	private final List<String> asked = new ArrayList<>();

	private final Search search = new Search(List.of((actor, words) -> {
		this.asked.add(words);
		return Collections.nCopies(30, new Hit("单位", words, "/console/units/1"));
	}, (actor, words) -> {
		throw new IllegalStateException("broken on purpose");
	}));

	@Test
	void hitsStandByKindAndAreTenAtMost() {
		Search.View found = this.search.find(ACTOR, " 大峪 ");
		assertThat(found.hits().get("单位")).hasSize(10);
		assertThat(found.words()).isEqualTo("大峪");
		assertThat(found.silent()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "\u0000", "\u200b\u202e\ufeff", "\r\n\t" })
	void nothingVisibleAsksNobody(String typed) {
		assertThat(this.search.find(ACTOR, typed).words()).isEmpty();
		assertThat(this.asked).isEmpty();
	}

	@Test
	void whatCannotBeSeenDoesNotReachTheDesks() {
		this.search.find(ACTOR, "大\u0000峪\r\nSet-Cookie: x\ud800");
		assertThat(this.asked).containsExactly("大 峪 Set-Cookie: x");
	}

	@Test
	void longWordsAreRefusedBeforeAnybodyIsAsked() {
		assertThat(this.search.find(ACTOR, "字".repeat(50)).isTooLong()).isFalse();
		assertThat(this.search.find(ACTOR, "字".repeat(51)).isTooLong()).isTrue();
		assertThat(this.search.find(ACTOR, "\uD83D\uDE00".repeat(50)).isTooLong()).isFalse();
		assertThat(this.asked).hasSize(2);
	}

}
