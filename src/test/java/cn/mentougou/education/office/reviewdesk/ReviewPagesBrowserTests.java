package cn.mentougou.education.office.reviewdesk;

import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

import cn.mentougou.education.office.BrowserSite;
import cn.mentougou.education.office.review.Approvals;
import cn.mentougou.education.office.review.ReviewRegister;
import cn.mentougou.education.office.review.ReviewState;
import cn.mentougou.education.office.review.Reviews;
import cn.mentougou.education.office.review.SampleWork;
import cn.mentougou.education.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Review and approval, by mouse and by keyboard alone. */
class ReviewPagesBrowserTests extends BrowserSite {

	private static final String KIND = SampleWork.KIND;

	@Autowired
	private Reviews reviews;

	@Autowired
	private ReviewRegister register;

	@Autowired
	private SampleWork works;

	private String id;

	private String title;

	@BeforeEach
	void submit() {
		this.title = "入学政策解读" + System.nanoTime();
		this.id = this.works.write(this.district.commission().value(), this.title, Set.of());
		new Approvals(this.reviews).submit(KIND, this.id);
	}

	private String page() {
		return "/console/reviews/" + this.register.of(KIND, this.id).orElseThrow().id();
	}

	private ReviewState state() {
		return this.reviews.state(KIND, this.id);
	}

	@Test
	void itemIsReviewedAndApprovedByMouse() {
		as(Role.REVIEWER).click(".side a", "审查与审批").find("h1", "审查与审批");
		this.browser.click("td a", this.title).find("h1", this.title);
		for (int i = 0; i < this.browser.count("fieldset"); i++) {
			this.browser.click("fieldset:nth-of-type(" + (i + 1) + ") input[value=clear]");
		}
		this.browser.type("#note-SOURCE", "与京教发〔2026〕1号核对").click("[name=looked]");
		this.browser.screenshot("review-form");
		this.browser.click(".buttons button", "提交审查意见").find(".note.good", "保密审查已通过");
		assertThat(state()).isEqualTo(ReviewState.SECRECY_PASSED);
		as(Role.LEADER).click("main a", this.title).find("h1", this.title);
		this.browser.click("[name=looked]").click(".buttons button", "批准").find(".note.good", "已批准");
		assertThat(state()).isEqualTo(ReviewState.APPROVED);
		this.browser.visit(at(page())).find("dd", "已批准");
		this.browser.screenshot("review-approved");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void itemIsRefusedOnALegalBasisByKeyboardAlone() {
		as(Role.REVIEWER).visit(at(page())).find("h1", this.title);
		for (String concern : new String[] { "SOURCE", "STATE_SECRET", "WORK_SECRET", "PERSONAL_DATA", "MINORS",
				"COPYRIGHT", "HIDDEN_DATA" }) {
			tabInto("answer-" + concern);
			this.browser.press(" ");
			if (concern.equals("MINORS")) {
				this.browser.press(Keys.ARROW_RIGHT);
				choose("basis-MINORS", "未成年人保护法");
			}
			if (concern.equals("SOURCE")) {
				fill("note-SOURCE", "与原件核对");
			}
		}
		tabInto("looked");
		this.browser.press(" ");
		enter("提交审查意见");
		this.browser.find(".note.good", "已连同审查表退回送审单位");
		assertThat(state()).isEqualTo(ReviewState.RETURNED);
	}

	@Test
	void approvalIsGivenByKeyboardAlone() {
		new Approvals(this.reviews).pass(KIND, this.id);
		as(Role.LEADER).visit(at(page())).find("h1", this.title);
		tabInto("looked");
		this.browser.press(" ");
		enter("批准");
		this.browser.find(".note.good", "已批准");
		assertThat(state()).isEqualTo(ReviewState.APPROVED);
	}

	@Test
	void everyPageIsFreeOfBarriersOnDeskAndPhone() {
		as(Role.REVIEWER);
		look("/console/reviews");
		look(page());
		look("/console/reviews/lateness");
		new Approvals(this.reviews).pass(KIND, this.id);
		as(Role.LEADER);
		look(page());
	}

}
