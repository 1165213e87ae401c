package cn.mentougou.education.newsroom.pushmaterial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.article.ArticleForDraft;
import cn.mentougou.education.newsroom.article.ArticleSource;
import cn.mentougou.education.newsroom.article.ConvertedArticle;
import cn.mentougou.education.newsroom.article.HostedPictures;
import cn.mentougou.education.newsroom.article.HostingOutcome;
import cn.mentougou.education.newsroom.article.WeChatArticles;
import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.PushReason;
import cn.mentougou.education.newsroom.pushsending.PushMaterial;

/** Makes articles of what is approved at this moment and brings their pictures along. */
@Component
class HostedMaterial implements PushMaterial {

	private static final String CONTENT = "CONTENT";

	private static final String PICTURE = "PICTURE";

	private final ApprovedNews news;

	private final WeChatArticles articles;

	private final HostedPictures pictures;

	HostedMaterial(ApprovedNews news, WeChatArticles articles, HostedPictures pictures) {
		this.news = news;
		this.articles = articles;
		this.pictures = pictures;
	}

	@Override
	public Prepared prepare(String appId, List<NewsId> items) {
		List<ArticleForDraft> made = new ArrayList<>();
		for (NewsId id : items) {
			Optional<ApprovedItem> item = this.news.ready(id);
			if (item.isEmpty()) {
				return new NotYet(PushReason.NOT_APPROVED, null);
			}
			ConvertedArticle article = this.articles.convert(ArticleSource.of(item.get()));
			if (!article.isSendable()) {
				return new NotYet(CONTENT, null);
			}
			NotYet missing = bring(appId, article);
			if (missing != null) {
				return missing;
			}
			made.add(this.pictures.hosted(appId, article));
		}
		return new Ready(made);
	}

	private @Nullable NotYet bring(String appId, ConvertedArticle article) {
		for (HostedPictures.Missing picture : this.pictures.missing(appId, article)) {
			HostingOutcome outcome = this.pictures.upload(appId, picture);
			if (!(outcome instanceof HostingOutcome.Done)) {
				return notYet(outcome);
			}
		}
		return null;
	}

	private static NotYet notYet(HostingOutcome outcome) {
		if (outcome instanceof HostingOutcome.Refused refused) {
			return new NotYet((refused.code() == 0) ? PICTURE : String.valueOf(refused.code()), null);
		}
		if (outcome instanceof HostingOutcome.Later later) {
			return new NotYet(later.reason(), later.notBefore());
		}
		return new NotYet(PICTURE, null);
	}

}
