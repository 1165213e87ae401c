package cn.mentougou.education.office.console;

import java.util.Map;

import org.springframework.web.servlet.ModelAndView;

/**
 * The second look before something that cannot be undone: a page of its own that says
 * what will happen, with one button that does it and one that goes back. The first
 * button's form of a list leads to a GET that answers with it.
 *
 * @param question what is about to be done, such as 停用“王小明”的登录？
 * @param consequence what happens then, and what does not come back
 * @param verb what the button says, such as 停用
 * @param action where it is posted
 * @param fields what is posted, such as the version of the row
 * @param back where one goes back to
 */
public record Confirmation(String question, String consequence, String verb, String action, Map<String, String> fields,
		String back) {

	/** Copies the fields. */
	public Confirmation {
		fields = Map.copyOf(fields);
	}

	/** The page. */
	public ModelAndView page() {
		return new ModelAndView("console/confirm", "confirmation", this);
	}

}
