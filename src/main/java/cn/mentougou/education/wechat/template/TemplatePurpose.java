package cn.mentougou.education.wechat.template;

import java.util.Map;

/**
 * What a feature sends templates for. Features declare it as a bean; an editor chooses a
 * template for it and says which of the values fills which field.
 *
 * @param code its code, which never changes: lower case, digits and hyphens
 * @param title what it is called, in Chinese
 * @param explanation when such a message is sent and to whom, in Chinese
 * @param values what the feature knows, by its code, with a Chinese name
 */
public record TemplatePurpose(String code, String title, String explanation, Map<String, String> values) {

	/** Refuses what is no code. */
	public TemplatePurpose {
		if (!code.matches("[a-z0-9-]{1,64}")) {
			throw new IllegalArgumentException("Not a code: " + code);
		}
	}

}
