package cn.mentougou.education.wechat.template;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.console.ConsolePage;
import cn.mentougou.education.office.console.TodayEntry;
import cn.mentougou.education.office.console.TodaySource;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.shared.Role;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.token.WxMpClients;

/** Puts the templates together: the desk, the job, the page. */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

	private static final String PAGE = "/console/templates";

	@Bean
	Templates templates(TemplateMapper mapper, ObjectProvider<TemplatePurpose> purposes, Audit audit, Clock clock) {
		List<TemplatePurpose> sorted = purposes.stream().sorted(Comparator.comparing(TemplatePurpose::title)).toList();
		return new Templates(mapper, sorted, audit, clock);
	}

	@Bean
	TemplateReader templateReader(WxMpClients clients, TemplateMapper mapper, WeChatAccounts accounts,
			PlatformTransactionManager transactions, Clock clock) {
		return new TemplateReader(new WxMpTemplates(clients), mapper, accounts, new TransactionTemplate(transactions),
				clock);
	}

	@Bean
	TemplatePages templatePages(Templates templates, TemplateReader reader, TemplateMapper mapper) {
		return new TemplatePages(templates, reader, mapper);
	}

	@Bean
	Job templatesRead(TemplateReader reader) {
		return Job.every("templates-read", "从公众平台读取消息模板", Duration.ofHours(1), reader::readAll);
	}

	@Bean
	ConsolePage templatePage() {
		return new ConsolePage(PAGE, "消息模板", ConsolePage.Section.CHANNEL, 60, EnumSet.of(Role.EDITOR),
				"这里是公众平台上正在使用的模板消息和订阅通知的模板。新模板在公众平台添加，系统每小时读取一次，也可以马上读取。"
						+ "为每种用途选一个模板，并说明每一项填什么；发送前系统会按微信的字数和格式检查每一项。");
	}

	@Bean
	TodaySource templatesToday(TemplatePages pages) {
		return (actor,
				today) -> actor.holds(EnumSet.of(Role.EDITOR)) ? pages.unready()
					.stream()
					.map((purpose) -> TodayEntry.waiting("“" + purpose.purpose().title() + "”" + purpose.state(), PAGE))
					.toList() : List.of();
	}

}
