package cn.mentougou.wechatsim.mass;

import java.time.Instant;
import java.util.List;

import cn.mentougou.wechatsim.article.Draft;

/**
 * A silent publication that the platform accepted: 0 done, 1 under way, 2 originality
 * failed, 3 ordinary failure, 4 refused by the review (接口文档 发布状态轮询接口); 5 and 6 follow
 * from what became of its articles.
 */
public record PublishJob(long publishId, long msgDataId, String appId, String articleId, Draft draft, Instant at,
		Instant dueAt, int status, List<Integer> failIdx) {

	static final int DONE = 0;

	static final int UNDER_WAY = 1;

	static final int FAILED = 3;

	static final int DELETED = 5;

	static final int BANNED = 6;

	public PublishJob {
		failIdx = List.copyOf(failIdx);
	}

	PublishJob become(int next, List<Integer> failed) {
		return new PublishJob(publishId, msgDataId, appId, articleId, draft, at, dueAt, next, failed);
	}

}
