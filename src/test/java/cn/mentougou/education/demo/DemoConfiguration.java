package cn.mentougou.education.demo;

import java.time.Clock;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import cn.mentougou.education.office.unit.Units;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.followersync.FollowerSync;
import cn.mentougou.education.wechat.menupublishing.MenuPlans;
import cn.mentougou.education.wechat.menupublishing.MenuVersions;
import cn.mentougou.education.wechat.menupublishing.Publications;
import cn.mentougou.education.wechat.reply.ReplyRules;
import cn.mentougou.education.wechat.scene.SceneQrCodes;
import cn.mentougou.education.wechat.template.TemplatePurpose;
import cn.mentougou.wechatsim.WeChatSimulator;

/** What {@code mvn spring-boot:test-run} adds to the application. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

	@Bean
	ApplicationRunner demoReplies(ReplyRules rules, WeChatAccounts accounts) {
		return (arguments) -> DemoReplies.seed(rules, accounts);
	}

	@Bean
	DemoMenus demoMenus(MenuVersions versions, Publications publications, MenuPlans plans, Clock clock) {
		return new DemoMenus(versions, publications, plans, clock);
	}

	/** After the rules, whose keys the menus lead to. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	ApplicationRunner demoMenuPublisher(DemoMenus menus, WeChatAccounts accounts) {
		return (arguments) -> menus.publish(accounts);
	}

	@Bean
	ApplicationRunner demoFollowers(FollowerSync sync, WeChatAccounts accounts,
			ObjectProvider<WeChatSimulator> simulator) {
		return (arguments) -> simulator.ifAvailable((there) -> new DemoFollowers(sync).gather(there, accounts));
	}

	@Bean
	@Order(0)
	ApplicationRunner demoPeople(DemoOffice office) {
		return (arguments) -> office.seed();
	}

	/** After the people who write it. */
	@Bean
	@Order(1)
	ApplicationRunner demoNewsItems(DemoNews news) {
		return (arguments) -> news.seed();
	}

	/** After the units that they belong to. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	ApplicationRunner demoCodes(SceneQrCodes codes, Units units) {
		return (arguments) -> new DemoCodes(codes, units).seed();
	}

	@Bean
	TemplatePurpose demoClassNotice() {
		return new TemplatePurpose("demo-class-notice", "班级通知（演示）", "老师发布班级通知后，发给这个班的家长",
				Map.of("class", "班级", "title", "通知标题", "published", "发布时间", "author", "发布人"));
	}

	@Bean
	TemplatePurpose demoEnquiryAnswered() {
		return new TemplatePurpose("demo-enquiry-answered", "咨询答复（演示）", "咨询有了答复后，发给提问的人",
				Map.of("number", "咨询编号", "office", "答复单位", "answered", "答复时间", "telephone", "联系电话"));
	}

	@Bean
	SlowHandler slowHandler() {
		return new SlowHandler();
	}

	@Bean
	FailingHandler failingHandler() {
		return new FailingHandler();
	}

}
