package cn.mentougou.education.wechat.template;

import java.util.ArrayList;
import java.util.List;

import cn.mentougou.education.shared.Refusal;

/**
 * Why a value cannot stand in a field.
 *
 * @param code which rule it breaks
 * @param limits what the sentence says about the rule; nothing of the value itself
 */
public record FieldProblem(String code, List<Object> limits) {

	FieldProblem(String code, Object... limits) {
		this(code, List.of(limits));
	}

	/** The refusal whose sentence begins with the field's label. */
	public Refusal.Invalid refusal(String label) {
		List<Object> arguments = new ArrayList<>(List.of(label));
		arguments.addAll(this.limits);
		return new Refusal.Invalid(this.code, arguments.toArray());
	}

}
