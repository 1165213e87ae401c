package cn.mentougou.education.site.feed;

import java.time.Clock;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import cn.mentougou.education.newsroom.board.BoardVisibilityChanged;
import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.newsroom.news.NewsCorrected;
import cn.mentougou.education.newsroom.news.NewsReleased;
import cn.mentougou.education.newsroom.news.NewsWithdrawn;
import cn.mentougou.education.wechat.web.OwnAddress;

/** Puts the feeds together. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

	@Bean
	FeedDesk feedDesk(ApprovedNews news, Clock clock) {
		return new FeedDesk(news, clock, System::nanoTime);
	}

	@Bean
	FeedListener feedListener(FeedDesk desk) {
		return new FeedListener(desk);
	}

	@Bean
	ServletRegistrationBean<FeedServlet> feedServlet(FeedDesk desk, OwnAddress address) {
		ServletRegistrationBean<FeedServlet> registration = new ServletRegistrationBean<>(
				new FeedServlet(desk, address), "/feeds/*");
		registration.setLoadOnStartup(1);
		return registration;
	}

	/** Lets go of what is no longer shown as soon as that is committed. */
	static class FeedListener {

		private final FeedDesk desk;

		FeedListener(FeedDesk desk) {
			this.desk = desk;
		}

		@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true, classes = {
				NewsReleased.class, NewsCorrected.class, NewsWithdrawn.class, BoardVisibilityChanged.class })
		void changed() {
			this.desk.forget();
		}

	}

}
