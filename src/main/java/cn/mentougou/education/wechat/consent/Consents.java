package cn.mentougou.education.wechat.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.mentougou.education.office.privacy.LookupIndex;
import cn.mentougou.education.wechat.account.PersonLookup;
import cn.mentougou.education.wechat.template.MessageTemplate;
import cn.mentougou.education.wechat.template.TemplateKind;
import cn.mentougou.education.wechat.template.Templates;

/** The desk of the consents to subscription notices. */
public class Consents {

	private final ConsentMapper mapper;

	private final Templates templates;

	private final LookupIndex index;

	private final Clock clock;

	Consents(ConsentMapper mapper, Templates templates, LookupIndex index, Clock clock) {
		this.mapper = mapper;
		this.templates = templates;
		this.index = index;
		this.clock = clock;
	}

	/** Whether a notice of this template may be sent to the person now. */
	public boolean has(String appId, String openId, String templateId) {
		return this.mapper.find(person(appId, openId), templateId)
			.map((row) -> consent(appId, row))
			.filter(Consent::allows)
			.isPresent();
	}

	/** Everything that the person said about notices of the account. */
	public List<Consent> of(String appId, String openId) {
		return this.mapper.list(List.of(person(appId, openId)))
			.stream()
			.filter((row) -> !row.templateId().equals(ConsentMapper.ACCOUNT))
			.map((row) -> consent(appId, row))
			.toList();
	}

	/**
	 * Uses a consent, in the transaction that marks the notice as being sent. Of two who
	 * want the last one, one gets it.
	 * @return whether there was one
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean spend(String appId, String openId, String templateId) {
		return switch (kind(appId, templateId)) {
			case LONG_TERM -> has(appId, openId, templateId);
			case ONE_TIME -> this.mapper.spend(person(appId, openId), templateId) == 1;
			case MESSAGE -> false;
		};
	}

	/**
	 * Gives a consent back, because the platform surely took no notice for it. What the
	 * person withdrew meanwhile stays withdrawn.
	 * @param spentAt when it was spent, or a moment before
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void giveBack(String appId, String openId, String templateId, Instant spentAt) {
		if (kind(appId, templateId) == TemplateKind.ONE_TIME) {
			this.mapper.giveBack(person(appId, openId), templateId, spentAt);
		}
	}

	/**
	 * The platform says that there is no consent (43101): it knows better, and whatever
	 * was counted is void.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void denied(String appId, String openId, String templateId) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		this.mapper.withdraw(new ConsentMapper.Choice(person(appId, openId), templateId, appId, now), now);
	}

	private Consent consent(String appId, ConsentMapper.Row row) {
		String title = this.templates.find(appId, row.templateId())
			.map(MessageTemplate::title)
			.orElse(row.templateId());
		return new Consent(row.templateId(), title, kind(appId, row.templateId()), row.credits(), row.isLasting());
	}

	/** A template that was not read yet allows one notice for each consent. */
	private TemplateKind kind(String appId, String templateId) {
		return this.templates.find(appId, templateId).map(MessageTemplate::kind).orElse(TemplateKind.ONE_TIME);
	}

	private byte[] person(String appId, String openId) {
		return PersonLookup.of(this.index, appId, openId);
	}

}
