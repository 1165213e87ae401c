package cn.mentougou.wechatsim.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.mentougou.wechatsim.notice.NoticeDesk;
import cn.mentougou.wechatsim.notice.SimTemplate;

/** The control interface's part about templates and consents. */
final class NoticeRoutes {

	private final NoticeDesk notices;

	NoticeRoutes(NoticeDesk notices) {
		this.notices = notices;
	}

	/** The account's templates, and what a person consented to where one is named. */
	Object list(ControlRequest request) {
		String appId = request.parameter("appId");
		String personId = request.parameter("personId");
		List<TemplateView> views = notices.templates(appId)
			.stream()
			.map((template) -> new TemplateView(template.id(), template.kind(), template.title(), template.fields(),
					personId.isEmpty() ? 0 : notices.consent(appId, personId, template.id()).credits(),
					!personId.isEmpty() && notices.consent(appId, personId, template.id()).lasting()))
			.toList();
		return Map.of("templates", views);
	}

	/** Takes an entry of the public library into use. */
	Object adopt(ControlRequest request) {
		return notices.adopt(request.text("appId"), request.text("tid"));
	}

	/** The person's answers to a pop-up: true or false by template. */
	Object answer(ControlRequest request) {
		Map<String, Boolean> answers = new LinkedHashMap<>();
		request.json()
			.path("answers")
			.propertyStream()
			.forEach((answer) -> answers.put(answer.getKey(), answer.getValue().asBoolean(false)));
		return ControlRoutes.accepted(notices.answerPopup(request.text("appId"), request.variable(), answers));
	}

	Object switchOff(ControlRequest request) {
		return ControlRoutes
			.accepted(notices.switchOff(request.text("appId"), request.variable(), request.text("templateId")));
	}

	/** A template with what the person consented to. */
	record TemplateView(String id, SimTemplate.Kind kind, String title, List<SimTemplate.Field> fields, int credits,
			boolean lasting) {
	}

}
