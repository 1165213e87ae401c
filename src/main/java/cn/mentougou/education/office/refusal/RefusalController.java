package cn.mentougou.education.office.refusal;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import cn.mentougou.education.shared.Refusal;

/**
 * Draws what is shown instead of the page that was asked for, whoever refused it: a
 * controller, a filter or the server itself.
 */
@Controller
class RefusalController implements ErrorController {

	private static final String INCIDENT = "X-Request-Id";

	private static final String WEBSITE = "refusal/site";

	private static final Pattern CODE = Pattern.compile("[a-z]+(\\.[a-z0-9-]+)+");

	private final MessageSource sentences;

	RefusalController(MessageSource sentences) {
		this.sentences = sentences;
	}

	@RequestMapping("${server.error.path:/error}")
	Object show(HttpServletRequest request, HttpServletResponse response) {
		// Whoever refused may already have said how long its own answer may be kept.
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		HttpStatus status = status(request);
		String template = template(asked(request));
		View view = view(status, reason(request), incident(response), template.equals(WEBSITE));
		if (isForPeople(request)) {
			ModelAndView page = new ModelAndView(template, "refusal", view);
			page.setStatus(status);
			return page;
		}
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem(view));
	}

	/** Of a refusal, or of a filter that gave {@code sendError} a code as its message. */
	private @Nullable Reason reason(HttpServletRequest request) {
		if (request.getAttribute(RefusalAdvice.REFUSAL) instanceof Refusal refusal) {
			return new Reason(refusal.code(), refusal.arguments());
		}
		Object said = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
		boolean isCode = said instanceof String code && CODE.matcher(code).matches() && find(code, List.of()) != null;
		return isCode ? new Reason(String.valueOf(said), List.of()) : null;
	}

	/** Readers of the website have neither a menu nor a form that they filled in. */
	private View view(HttpStatus status, @Nullable Reason reason, String incident, boolean isForReaders) {
		String kind = "refusal." + status.value();
		String general = sentence(kind, status.is4xxClientError() ? "refusal.4xx" : "refusal.5xx");
		String own = (reason != null) ? find(reason.code(), reason.arguments()) : null;
		return new View(status.value(), (reason != null) ? reason.code() : kind,
				sentence(kind + ".title", "refusal.title"), (own != null) ? own : general,
				sentence(kind + (isForReaders ? ".reader" : ".remedy"),
						isForReaders ? "refusal.reader" : "refusal.remedy"),
				incident, incident.substring(0, Math.min(8, incident.length())));
	}

	private String sentence(String code, String otherwise) {
		String found = find(code, List.of());
		return (found != null) ? found : this.sentences.getMessage(otherwise, new Object[0], Locale.SIMPLIFIED_CHINESE);
	}

	private @Nullable String find(String code, List<Object> arguments) {
		return this.sentences.getMessage(code, arguments.toArray(), null, Locale.SIMPLIFIED_CHINESE);
	}

	private static ProblemDetail problem(View view) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(view.status()), view.sentence());
		problem.setType(URI.create("/problems/" + view.code()));
		problem.setTitle(view.title());
		problem.setProperty("incident", view.incident());
		return problem;
	}

	/** Asked for outside of a failure it is a page that does not exist. */
	private static HttpStatus status(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static String incident(HttpServletResponse response) {
		String id = response.getHeader(INCIDENT);
		return (id != null) ? id : "";
	}

	private static String asked(HttpServletRequest request) {
		return (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path) ? path : "";
	}

	private static boolean isForPeople(HttpServletRequest request) {
		return !asked(request).startsWith("/api/");
	}

	/** In the look of the pages around it. */
	private static String template(String path) {
		if (path.equals("/h5") || path.startsWith("/h5/")) {
			return "refusal/h5";
		}
		return (path.equals("/console") || path.startsWith("/console/")) ? "refusal/page" : WEBSITE;
	}

	private record Reason(String code, List<Object> arguments) {
	}

	/**
	 * What is shown.
	 *
	 * @param status the status of the answer
	 * @param code the code of the refusal or of the status
	 * @param title what happened, in a few words
	 * @param sentence what happened
	 * @param remedy what to do now
	 * @param incident the number by which the operator finds it in the log
	 * @param shortIncident as much of it as one can say on the telephone
	 */
	record View(int status, String code, String title, String sentence, String remedy, String incident,
			String shortIncident) {
	}

}
