package cn.mentougou.education.wechat.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the rules of one moment, all from the same snapshot of the database. */
class RuleReader {

	private static final Logger logger = LoggerFactory.getLogger(RuleReader.class);

	private final ReplyRuleMapper mapper;

	private final TransactionTemplate snapshot;

	RuleReader(ReplyRuleMapper mapper, PlatformTransactionManager transactions) {
		this.mapper = mapper;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
	}

	/** The rules, unless they are still those of the book at hand. */
	RuleBook newerThan(RuleBook book) {
		if (this.mapper.version() == book.version()) {
			return book;
		}
		return this.snapshot.execute((status) -> new RuleBook(this.mapper.version(), rules()));
	}

	/** A row that was spoilt by hand is left out; the others answer. */
	Map<ReplyRuleId, ReplyRule> rules() {
		Map<Long, List<String>> phrases = new HashMap<>();
		for (ReplyRuleMapper.Phrase phrase : this.mapper.phrases()) {
			phrases.computeIfAbsent(phrase.ruleId(), (id) -> new ArrayList<>()).add(phrase.phrase());
		}
		Map<ReplyRuleId, ReplyRule> rules = new LinkedHashMap<>();
		for (ReplyRuleMapper.Row row : this.mapper.rules()) {
			try {
				rules.put(new ReplyRuleId(row.id()), row.rule(phrases.getOrDefault(row.id(), List.of())));
			}
			catch (RuntimeException ex) {
				logger.warn("Reply rule {} cannot be used: {}", row.id(), ex.getMessage());
			}
		}
		return rules;
	}

}
