package cn.mentougou.education.office.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what is said after a redirect in the session, as one text. So it says texts
 * alone.
 */
@Component("flashMapManager")
class PlainFlashMaps extends AbstractFlashMapManager {

	private static final String ATTRIBUTE = "flash";

	private static final JsonMapper JSON = new JsonMapper();

	private static final TypeReference<List<Kept>> LIST = new TypeReference<>() {
	};

	@Override
	protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String kept)) {
			return null;
		}
		return new ArrayList<>(JSON.readValue(kept, LIST).stream().map(Kept::flashMap).toList());
	}

	@Override
	protected void updateFlashMaps(List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
		List<Kept> kept = flashMaps.stream().map(Kept::of).toList();
		request.getSession().setAttribute(ATTRIBUTE, kept.isEmpty() ? null : JSON.writeValueAsString(kept));
	}

	/** Requests of one session write one after the other; Redis has no lock for more. */
	@Override
	protected @Nullable Object getFlashMapsMutex(HttpServletRequest request) {
		return null;
	}

	/** What is said, on which page, until when. */
	record Kept(@Nullable String path, long until, Map<String, String> texts) {

		static Kept of(FlashMap map) {
			Map<String, String> texts = new TreeMap<>();
			map.forEach((name, value) -> {
				if (!(value instanceof String text)) {
					throw new IllegalArgumentException("Only texts are kept over a redirect, not " + name);
				}
				texts.put(name, text);
			});
			return new Kept(map.getTargetRequestPath(), map.getExpirationTime(), texts);
		}

		FlashMap flashMap() {
			FlashMap map = new FlashMap();
			map.putAll(this.texts);
			map.setTargetRequestPath(this.path);
			map.setExpirationTime(this.until);
			return map;
		}

	}

}
