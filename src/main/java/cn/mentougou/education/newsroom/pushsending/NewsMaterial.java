package cn.mentougou.education.newsroom.pushsending;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.mentougou.education.newsroom.article.ArticleForDraft;
import cn.mentougou.education.newsroom.article.ConvertedArticle;
import cn.mentougou.education.newsroom.article.HostedPictures;
import cn.mentougou.education.newsroom.article.HostingOutcome;
import cn.mentougou.education.newsroom.article.WeChatArticles;
import cn.mentougou.education.newsroom.news.ApprovedItem;
import cn.mentougou.education.newsroom.news.ApprovedNews;
import cn.mentougou.education.newsroom.news.NewsId;
import cn.mentougou.education.newsroom.push.PushContent;
import cn.mentougou.education.newsroom.push.PushReason;

/** The approved news, behind the one gate, as articles with their pictures. */
@Component
class NewsMaterial implements PushContent, PushMaterial {

	private static final String PICTURE = "PICTURE";

	private static final String CONTENT = "CONTENT";

	private final ApprovedNews news;

	private final WeChatArticles articles;

	private final HostedPictures pictures;

	NewsMaterial(ApprovedNews news, WeChatArticles articles, HostedPictures pictures) {
		this.news = news;
		this.articles = articles;
		this.pictures = pictures;
	}

	@Override
	public Map<NewsId, Standing> standing(Collection<NewsId> items) {
		Map<NewsId, Standing> standing = new HashMap<>();
		for (NewsId id : items) {
			Optional<ApprovedItem> ready = this.news.ready(id);
			ready.or(() -> this.news.shown(id))
				.ifPresent((item) -> standing.put(id,
						new Standing(item.title(), ready.map(ApprovedItem::contentHash).orElse(null))));
		}
		return standing;
	}

	@Override
	public Prepared prepare(String appId, List<NewsId> items) {
		List<ArticleForDraft> ready = new ArrayList<>();
		for (NewsId id : items) {
			Optional<ApprovedItem> item = this.news.ready(id);
			if (item.isEmpty()) {
				return new NotYet(PushReason.NOT_APPROVED, null);
			}
			ConvertedArticle article = this.articles.convert(item.get());
			if (!article.isSendable()) {
				return new NotYet(CONTENT, null);
			}
			NotYet missing = bring(appId, article);
			if (missing != null) {
				return missing;
			}
			ready.add(this.pictures.hosted(appId, article));
		}
		return new Ready(ready);
	}

	private @Nullable NotYet bring(String appId, ConvertedArticle article) {
		for (HostedPictures.Missing picture : this.pictures.missing(appId, article)) {
			HostingOutcome outcome = this.pictures.upload(appId, picture);
			if (outcome instanceof HostingOutcome.Refused refused) {
				return new NotYet((refused.code() != 0) ? String.valueOf(refused.code()) : CONTENT, null);
			}
			if (outcome instanceof HostingOutcome.Later later) {
				return new NotYet(later.reason(), later.notBefore());
			}
			if (!(outcome instanceof HostingOutcome.Done)) {
				return new NotYet(PICTURE, null);
			}
		}
		return null;
	}

}
