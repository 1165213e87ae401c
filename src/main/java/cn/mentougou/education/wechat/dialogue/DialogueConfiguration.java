package cn.mentougou.education.wechat.dialogue;

import java.time.Clock;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.unanswered.Unanswered;

/**
 * What the desks share, the job that learns outcomes, and the keeping of personal data.
 */
@Configuration(proxyBeanMethods = false)
class DialogueConfiguration {

	@Bean
	Dialogues.Parts dialogueParts(DialogueMapper mapper, EntryMapper entries, DialogueSeal seal, Clerks clerks,
			Clock clock) {
		return new Dialogues.Parts(mapper, entries, seal, clerks, clock);
	}

	@Bean
	Job dialogueOutcomes(AnswerDesk desk) {
		return Job.every("dialogue-outcomes", "查看会话的答复是否发出", Duration.ofSeconds(5), desk::settle);
	}

	@Bean
	DialogueHolder dialogueHolder(Dialogues.Parts parts, Unanswered unanswered, WeChatAccounts accounts,
			@Value("${education.dialogue.keep-for:365d}") Duration keepFor, PlatformTransactionManager transactions) {
		return new DialogueHolder(parts, unanswered, accounts, keepFor, new TransactionTemplate(transactions));
	}

}
