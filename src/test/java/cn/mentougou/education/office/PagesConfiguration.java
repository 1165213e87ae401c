package cn.mentougou.education.office;

import java.util.Map;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import cn.mentougou.education.office.console.ConsoleActor;
import cn.mentougou.education.office.review.SampleWork;
import cn.mentougou.education.office.staff.Appointments;
import cn.mentougou.education.office.staff.District;
import cn.mentougou.education.office.staff.People;
import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.wechat.template.TemplatePurpose;

/** A small district and a browser for tests of pages. */
@TestConfiguration(proxyBeanMethods = false)
public class PagesConfiguration {

	@Bean
	District district(Units units, People people, Appointments appointments) {
		return new District(units, people, appointments);
	}

	@Bean
	Browser browser(MockMvcTester mvc) {
		return new Browser(mvc);
	}

	@Bean
	SampleWork sampleWork() {
		return new SampleWork();
	}

	@Bean
	TemplatePurpose sampleNotice() {
		return new TemplatePurpose("sample-notice", "测试通知", "测试时发送", Map.of("class", "班级", "title", "标题"));
	}

	/** Opens pages and posts forms as somebody. */
	public static class Browser {

		private final MockMvcTester mvc;

		Browser(MockMvcTester mvc) {
			this.mvc = mvc;
		}

		/** Opens a page. */
		public MvcTestResult get(Actor actor, String path) {
			return this.mvc.get().uri(path).requestAttr(ConsoleActor.ATTRIBUTE, actor).exchange();
		}

		/** Posts a form. */
		public MvcTestResult post(Actor actor, String path, Map<String, String> fields) {
			MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
				.uri(path)
				.requestAttr(ConsoleActor.ATTRIBUTE, actor);
			fields.forEach(request::param);
			return request.exchange();
		}

	}

}
