package cn.mentougou.education.office.post;

import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.office.DeskTest;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.staff.Term;
import cn.mentougou.education.office.unit.UnitKind;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.PersonId;
import cn.mentougou.education.shared.Refusal;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.shared.UnitId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DeskTest
class DisclosurePostsTests {

	private static final LocalDate YEAR = LocalDate.of(2014, 1, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(2014, 12, 31);

	@Autowired
	private DisclosurePosts posts;

	@Autowired
	private People people;

	@Autowired
	private District district;

	private UnitId commission;

	private Actor clerk;

	private PersonId first;

	@BeforeEach
	void district() {
		this.commission = this.district.commission();
		this.clerk = this.district.holding(Role.DISCLOSURE_CLERK, this.commission);
		this.first = this.district.person("赵一", this.commission);
	}

	@Test
	void annualReportCountsThreeAsOneAndTwo() {
		this.posts.give(this.clerk, this.first, PostKind.FULL_TIME, Term.from(YEAR));
		this.posts.give(this.clerk, this.district.person("钱二", this.commission), PostKind.PART_TIME, Term.from(YEAR));
		this.posts.give(this.clerk, this.district.person("孙三", this.commission), PostKind.PART_TIME,
				new Term(YEAR.plusDays(9), LAST_DAY));
		assertThat(this.posts.countOn(LAST_DAY)).isEqualTo(new PostCount(1, 2));
		assertThat(this.posts.countOn(LAST_DAY).total()).isEqualTo(3);
		assertThat(this.posts.countOn(YEAR)).isEqualTo(new PostCount(1, 1));
		assertThat(this.posts.countOn(LAST_DAY.plusDays(1))).isEqualTo(new PostCount(1, 1));
		assertThat(this.posts.countOn(YEAR.minusDays(1)).total()).isZero();
	}

	@Test
	void onePersonHasOnePostAtATime() {
		long id = this.posts.give(this.clerk, this.first, PostKind.FULL_TIME, Term.from(YEAR));
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.posts.give(this.clerk, this.first, PostKind.PART_TIME, Term.from(LAST_DAY)));
		this.posts.end(this.clerk, id, LAST_DAY.minusDays(1));
		this.posts.give(this.clerk, this.first, PostKind.PART_TIME, Term.from(LAST_DAY));
		assertThat(this.posts.countOn(LAST_DAY)).isEqualTo(new PostCount(0, 1));
		assertThatExceptionOfType(Refusal.Conflict.class)
			.isThrownBy(() -> this.posts.end(this.clerk, id, LAST_DAY.plusDays(3)));
		assertThat(this.posts.list(Long.MAX_VALUE, 1)).singleElement()
			.satisfies((post) -> assertThat(post.kind()).isEqualTo(PostKind.PART_TIME));
		assertThat(this.posts.list(id, 1)).isEmpty();
	}

	@Test
	void postEndsWhenThePersonLeaves() {
		this.posts.give(this.clerk, this.first, PostKind.FULL_TIME, Term.from(YEAR));
		this.people.leave(Actor.system("test"), this.first);
		assertThat(this.posts.countOn(LocalDate.of(2026, 5, 20)).total()).isEqualTo(1);
		assertThat(this.posts.countOn(LocalDate.of(2026, 5, 21)).total()).isZero();
	}

	@Test
	void clerkAloneKeepsPostsAndOnlyOfTheirUnits() {
		Actor editor = this.district.holding(Role.EDITOR, this.commission);
		assertThatExceptionOfType(Refusal.Forbidden.class)
			.isThrownBy(() -> this.posts.give(editor, this.first, PostKind.FULL_TIME, Term.from(YEAR)));
		Actor ofSection = this.district.holding(Role.DISCLOSURE_CLERK, this.district.unit(UnitKind.SECTION, "宣传科"));
		assertThatExceptionOfType(Refusal.NotFound.class)
			.isThrownBy(() -> this.posts.give(ofSection, this.first, PostKind.FULL_TIME, Term.from(YEAR)));
	}

}
