package cn.mentougou.education.wechat.followersync;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.mentougou.education.office.audit.Audit;
import cn.mentougou.education.office.job.Job;
import cn.mentougou.education.office.privacy.Vault;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.follower.FollowerRoll;
import cn.mentougou.education.wechat.follower.Followers;
import cn.mentougou.education.wechat.mark.Marks;
import cn.mentougou.education.wechat.tag.Tags;
import cn.mentougou.education.wechat.token.WxMpClients;

/** Puts the comparison with the platform together. */
@Configuration(proxyBeanMethods = false)
class SyncConfiguration {

	@Bean
	WxMpUsers wxMpUsers(WxMpClients clients) {
		return new WxMpUsers(clients);
	}

	@Bean
	SyncPlace syncPlace(SyncMapper mapper, Vault vault) {
		return new SyncPlace(mapper, vault);
	}

	@Bean
	ProfileWork profileWork(WxMpUsers users, FollowerRoll roll, Marks marks, WeChatAccounts accounts, Clock clock) {
		return new ProfileWork(users, roll, marks, accounts, clock);
	}

	@Bean
	SyncWork.Parts syncParts(SyncMapper mapper, SyncPlace place, WxMpUsers users, ProfileWork profiles,
			FollowerRoll roll, Followers followers, Tags tags, WeChatAccounts accounts) {
		return new SyncWork.Parts(mapper, place, users, profiles, roll, followers, tags, accounts);
	}

	@Bean
	SyncWork syncWork(SyncWork.Parts parts, Clock clock) {
		return new SyncWork(parts, clock);
	}

	@Bean
	FollowerSync followerSync(SyncMapper mapper, WeChatAccounts accounts, Audit audit, Clock clock) {
		return new FollowerSync(mapper, accounts, audit, clock);
	}

	@Bean
	Strangers strangers(FollowerRoll roll) {
		return new Strangers(roll);
	}

	@Bean
	Job followerSyncJob(SyncWork work) {
		return Job.every("follower-sync", "与微信核对关注者名单", Duration.ofMinutes(1), work::run);
	}

	@Bean
	Job followerProfileJob(ProfileWork work) {
		return Job.every("follower-profiles", "查询关注者的关注方式等资料", Duration.ofSeconds(20), work::run);
	}

}
