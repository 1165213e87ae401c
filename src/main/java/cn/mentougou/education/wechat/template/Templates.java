package cn.mentougou.education.wechat.template;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.audit.AuditEntry;
import cn.mentougou.education.shared.Actor;
import cn.mentougou.education.shared.Refusal;

/** The desk of the templates. */
public class Templates {

	private final TemplateMapper mapper;

	private final List<TemplatePurpose> purposes;

	private final Audit audit;

	private final Clock clock;

	Templates(TemplateMapper mapper, List<TemplatePurpose> purposes, Audit audit, Clock clock) {
		this.mapper = mapper;
		this.purposes = List.copyOf(purposes);
		this.audit = audit;
		this.clock = clock;
	}

	/** The template, also if the platform has it no more; empty if it was never read. */
	public Optional<MessageTemplate> find(String appId, String templateId) {
		return this.mapper.find(appId, templateId).map(TemplateMapper.Row::template);
	}

	/** The templates that the account has in use. */
	public List<MessageTemplate> of(String appId) {
		return this.mapper.list(appId).stream().map(TemplateMapper.Row::template).toList();
	}

	/**
	 * Whether the platform would take these fields. Every field of the template must be
	 * there, none may be empty, and each keeps to its limit.
	 * @return the template
	 * @throws Refusal.NotFound if the account has no such template
	 * @throws Refusal.Invalid if a field is wrong; the sentence names it
	 */
	public MessageTemplate check(String appId, String templateId, Map<String, String> fields) {
		MessageTemplate template = find(appId, templateId)
			.orElseThrow(() -> new Refusal.NotFound("template.no-such-template"));
		if (template.isGone()) {
			throw new Refusal.NotFound("template.gone", template.title());
		}
		for (MessageTemplate.Field field : template.fields()) {
			String value = fields.get(field.name());
			if (value == null) {
				throw new Refusal.Invalid("template.field-missing", field.label(), field.name());
			}
			FieldRules.problem(field.name(), value).ifPresent((problem) -> {
				throw problem.refusal(field.label());
			});
		}
		fields.keySet().stream().filter((name) -> template.field(name).isEmpty()).findFirst().ifPresent((name) -> {
			throw new Refusal.Invalid("template.field-unknown", template.title(), name);
		});
		return template;
	}

	/**
	 * The template that serves a purpose, filled as the editors decided and checked.
	 * @param values what the feature knows, by the codes of the purpose
	 * @throws Refusal.NotFound if no template was chosen, or it is gone
	 * @throws Refusal.Invalid if a value does not fit its field; the sentence names it
	 */
	public Filled fill(String appId, String purpose, Map<String, String> values) {
		String templateId = chosen(appId).get(purpose);
		if (templateId == null) {
			throw new Refusal.NotFound("template.purpose-without-template", titleOf(purpose));
		}
		Map<String, String> fields = new LinkedHashMap<>();
		for (TemplateMapper.Filling filling : this.mapper.fillings(appId, purpose)) {
			String value = (filling.valueCode() != null) ? values.get(filling.valueCode()) : filling.words();
			fields.put(filling.field(), (value != null) ? value : "");
		}
		return new Filled(check(appId, templateId, fields), fields);
	}

	/** The purposes of the features, in the order of their titles. */
	List<TemplatePurpose> purposes() {
		return this.purposes;
	}

	/** The purpose with this code. */
	TemplatePurpose purpose(String code) {
		return this.purposes.stream()
			.filter((purpose) -> purpose.code().equals(code))
			.findFirst()
			.orElseThrow(() -> new Refusal.NotFound("template.no-such-purpose"));
	}

	/** The ids of the chosen templates by purpose. */
	Map<String, String> chosen(String appId) {
		Map<String, String> chosen = new LinkedHashMap<>();
		this.mapper.uses(appId).forEach((use) -> chosen.put(use.purpose(), use.templateId()));
		return chosen;
	}

	/** What fills the fields of the template that serves a purpose. */
	List<TemplateMapper.Filling> fillings(String appId, String purpose) {
		return this.mapper.fillings(appId, purpose);
	}

	/** Says which template serves a purpose and what fills its fields. */
	@Transactional
	void choose(Actor actor, Choice choice) {
		TemplatePurpose purpose = purpose(choice.purpose());
		MessageTemplate template = find(choice.appId(), choice.templateId()).filter((found) -> !found.isGone())
			.orElseThrow(() -> new Refusal.NotFound("template.no-such-template"));
		List<TemplateMapper.Filling> fillings = template.fields()
			.stream()
			.map((field) -> filling(purpose, field, choice))
			.toList();
		TemplateMapper.Use use = new TemplateMapper.Use(choice.appId(), purpose.code(), template.id());
		this.mapper.choose(use, actor.id(), this.clock.instant());
		this.mapper.clearFillings(choice.appId(), purpose.code());
		fillings.forEach((filling) -> this.mapper.fill(use, filling));
		this.audit.record(AuditEntry.done(actor, "template.chosen", "template", template.id())
			.with("purpose", purpose.code())
			.with("account", choice.appId()));
	}

	private static TemplateMapper.Filling filling(TemplatePurpose purpose, MessageTemplate.Field field, Choice choice) {
		String code = choice.values().getOrDefault(field.name(), "");
		String words = choice.words().getOrDefault(field.name(), "").strip();
		if (!code.isEmpty()) {
			if (!purpose.values().containsKey(code)) {
				throw new Refusal.Invalid("template.value-unknown", field.label());
			}
			return new TemplateMapper.Filling(field.name(), code, null);
		}
		FieldRules.problem(field.name(), words).ifPresent((problem) -> {
			throw problem.refusal(field.label());
		});
		return new TemplateMapper.Filling(field.name(), null, words);
	}

	private String titleOf(String code) {
		return this.purposes.stream()
			.filter((purpose) -> purpose.code().equals(code))
			.map(TemplatePurpose::title)
			.findFirst()
			.orElse(code);
	}

	/** A template with what stands in its fields. */
	public record Filled(MessageTemplate template, Map<String, String> fields) {
	}

	/**
	 * What an editor decided.
	 *
	 * @param appId the account
	 * @param purpose the code of the purpose
	 * @param templateId the template that serves it
	 * @param values which value of the purpose fills a field, by the field's name
	 * @param words what always stands in a field that no value fills
	 */
	record Choice(String appId, String purpose, String templateId, Map<String, String> values,
			Map<String, String> words) {
	}

}
