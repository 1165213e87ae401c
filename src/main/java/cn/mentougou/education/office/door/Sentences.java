package cn.mentougou.education.office.door;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import cn.mentougou.education.shared.Refusal;

/** Says on the page itself why something was refused. */
@Component
class Sentences {

	private static final int TOO_MANY = 429;

	private final MessageSource messages;

	Sentences(MessageSource messages) {
		this.messages = messages;
	}

	/** Shows the refusal above the form and answers with its status. */
	void show(Refusal refusal, Model model, HttpServletResponse response) {
		model.addAttribute("problem", of(refusal));
		response.setStatus(refusal instanceof Refusal.Conflict ? TOO_MANY : HttpServletResponse.SC_UNAUTHORIZED);
	}

	String of(Refusal refusal) {
		return this.messages.getMessage(refusal.code(), refusal.arguments().toArray(), Locale.SIMPLIFIED_CHINESE);
	}

	/** The sentence under this code. */
	String of(String code) {
		return this.messages.getMessage(code, null, Locale.SIMPLIFIED_CHINESE);
	}

	/** Why somebody stands at the door, if the word in the address is one of ours. */
	@Nullable String over(@Nullable String word) {
		boolean isWord = word != null && word.matches("[a-z-]{1,20}");
		return isWord ? this.messages.getMessage("door.over." + word, null, null, Locale.SIMPLIFIED_CHINESE) : null;
	}

}
