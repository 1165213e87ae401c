package cn.mentougou.education.wechat.follower;

import java.util.UUID;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import cn.mentougou.education.EngineProperties;
import cn.mentougou.education.MovableClock;
import cn.mentougou.education.wechat.account.WeChatAccounts;
import cn.mentougou.education.wechat.token.Accounts;

/** The register of followers for tests of it and of what stands above. */
@TestConfiguration(proxyBeanMethods = false)
@Import(FollowerConfiguration.class)
public class Register {

	/** The account of these tests. */
	public static final String APP_ID = EngineProperties.SERVICE;

	@Bean
	WeChatAccounts weChatAccounts() {
		return Accounts.all();
	}

	@Bean
	People followingPeople(Followers followers, FollowerRoll roll, MovableClock clock) {
		return new People(followers, roll, clock);
	}

	/** Lets people come and go. */
	public static class People {

		private final Followers followers;

		private final FollowerRoll roll;

		private final MovableClock clock;

		People(Followers followers, FollowerRoll roll, MovableClock clock) {
			this.followers = followers;
			this.roll = roll;
			this.clock = clock;
		}

		/** An openid that nobody had before. */
		public String openId() {
			return "o" + UUID.randomUUID().toString().replace("-", "").substring(0, 27);
		}

		/** Somebody follows now, says an event. */
		public FollowerId follows(String openId, String scene) {
			this.followers.followed(APP_ID, openId, scene, this.clock.instant());
			return id(openId);
		}

		/** Somebody new follows now. */
		public FollowerId somebody() {
			return follows(openId(), null);
		}

		/** Somebody unfollows now, says an event. */
		public void unfollows(String openId) {
			this.followers.unfollowed(APP_ID, openId, this.clock.instant());
		}

		/** The number of somebody known. */
		public FollowerId id(String openId) {
			return this.followers.find(APP_ID, openId).orElseThrow().id();
		}

	}

}
