package cn.mentougou.education.wechat.template;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.transaction.support.TransactionOperations;

import cn.mentougou.education.wechat.account.Capability;
import cn.mentougou.education.wechat.account.WeChatAccount;
import cn.mentougou.education.wechat.account.WeChatAccounts;

/**
 * Reads the templates of the accounts from the platform. The calls are made outside any
 * transaction; a list that could not be read leaves what was known.
 */
class TemplateReader {

	static final String MESSAGE = "MESSAGE";

	static final String NOTICE = "NOTICE";

	private static final int LONGEST_ID = 64;

	private static final int LONGEST_TEXT = 4000;

	private final WxMpTemplates platform;

	private final TemplateMapper mapper;

	private final WeChatAccounts accounts;

	private final TransactionOperations transaction;

	private final Clock clock;

	TemplateReader(WxMpTemplates platform, TemplateMapper mapper, WeChatAccounts accounts,
			TransactionOperations transaction, Clock clock) {
		this.platform = platform;
		this.mapper = mapper;
		this.accounts = accounts;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** The accounts that may send templates at all. */
	List<WeChatAccount> able() {
		return this.accounts.all()
			.stream()
			.filter((account) -> account.may(Capability.TEMPLATE_MESSAGE)
					|| account.may(Capability.SUBSCRIPTION_NOTICE))
			.toList();
	}

	/** Reads the lists of all accounts. */
	void readAll() {
		able().forEach((account) -> read(account.appId()));
	}

	/**
	 * Reads both lists of an account.
	 * @return whether both could be read
	 */
	boolean read(String appId) {
		boolean messages = keep(appId, MESSAGE, this.platform.messages(appId));
		return keep(appId, NOTICE, this.platform.notices(appId)) && messages;
	}

	private boolean keep(String appId, String part, WxMpTemplates.Listing listing) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		boolean isRead = listing.failure() == null;
		this.transaction.executeWithoutResult((status) -> {
			if (isRead) {
				listing.templates()
					.stream()
					.filter(TemplateReader::isSound)
					.forEach((template) -> this.mapper.upsert(template, now));
				this.mapper.markGone(appId, part.equals(MESSAGE), now);
			}
			this.mapper.record(new TemplateMapper.Reading(appId, part, now, isRead ? now : null, listing.failure()));
		});
		return isRead;
	}

	/** The platform's own limits are far below these. */
	private static boolean isSound(MessageTemplate template) {
		return !template.id().isEmpty() && template.id().length() <= LONGEST_ID
				&& template.title().length() <= LONGEST_TEXT && template.content().length() <= LONGEST_TEXT
				&& template.example().length() <= LONGEST_TEXT;
	}

}
