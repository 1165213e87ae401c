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

	/** Every rule in the order in which they were added. */
	Map<ReplyRuleId, ReplyRule> rules() {
		Map<ReplyRuleId, ReplyRule> rules = new LinkedHashMap<>();
		read(this.mapper.rules(), this.mapper.phrases())
			.forEach((row, rule) -> rules.put(new ReplyRuleId(row.id()), rule));
		return rules;
	}

	/** The rules of these rows, in their order. */
	Map<ReplyRuleMapper.Row, ReplyRule> of(List<ReplyRuleMapper.Row> rows) {
		return rows.isEmpty() ? Map.of()
				: read(rows, this.mapper.phrasesOf(rows.stream().map(ReplyRuleMapper.Row::id).toList()));
	}

	/** A row that was spoilt by hand is left out; the others answer. */
	private static Map<ReplyRuleMapper.Row, ReplyRule> read(List<ReplyRuleMapper.Row> rows,
			List<ReplyRuleMapper.Phrase> written) {
		Map<Long, List<String>> phrases = new HashMap<>();
		for (ReplyRuleMapper.Phrase phrase : written) {
			phrases.computeIfAbsent(phrase.ruleId(), (id) -> new ArrayList<>()).add(phrase.phrase());
		}
		Map<ReplyRuleMapper.Row, ReplyRule> rules = new LinkedHashMap<>();
		for (ReplyRuleMapper.Row row : rows) {
			try {
				rules.put(row, row.rule(phrases.getOrDefault(row.id(), List.of())));
			}
			catch (RuntimeException ex) {
				logger.warn("Reply rule {} cannot be used: {}", row.id(), ex.getMessage());
			}
		}
		return rules;
	}

}
