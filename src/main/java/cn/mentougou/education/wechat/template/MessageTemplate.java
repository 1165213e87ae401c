package cn.mentougou.education.wechat.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template that an account has in use at the platform.
 *
 * @param appId the account
 * @param id the platform's id of the template
 * @param kind by which channel it is sent
 * @param title its title
 * @param content its words with a gap for each field, such as
 * {@code 登记结果：{{phrase2.DATA}}}
 * @param example the same filled by the platform
 * @param isGone whether the platform had it once and has it no more
 */
public record MessageTemplate(String appId, String id, TemplateKind kind, String title, String content, String example,
		boolean isGone) {

	private static final Pattern GAP = Pattern.compile("([^\\n{}]*)\\{\\{\\s*(\\w{1,64})\\.DATA\\s*}}");

	/** Its fields in the order of the content. */
	public List<Field> fields() {
		List<Field> fields = new ArrayList<>();
		Matcher gap = GAP.matcher(this.content);
		while (gap.find()) {
			String label = gap.group(1).strip().replaceAll("[：:]$", "").strip();
			fields.add(new Field(gap.group(2), label.isEmpty() ? gap.group(2) : label));
		}
		return fields;
	}

	/** The field of this name. */
	public Optional<Field> field(String name) {
		return fields().stream().filter((field) -> field.name().equals(name)).findFirst();
	}

	/**
	 * A gap of a template.
	 *
	 * @param name its technical name, such as {@code thing1}; the limit hangs on it
	 * @param label what stands before it
	 */
	public record Field(String name, String label) {

		/** What may stand in it, in Chinese. */
		public String rule() {
			return FieldRules.words(this.name);
		}

	}

}
