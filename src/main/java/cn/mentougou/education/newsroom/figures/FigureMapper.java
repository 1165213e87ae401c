package cn.mentougou.education.newsroom.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** What the platform counted, as it was told last. */
@Mapper
interface FigureMapper {

	@Select("""
			SELECT on_day
			FROM account_figure_day
			WHERE app_id = #{appId}
			AND on_day BETWEEN #{from} AND #{until}
			AND is_complete = 1
			ORDER BY on_day
			""")
	List<LocalDate> complete(@Param("appId") String appId, @Param("from") LocalDate from,
			@Param("until") LocalDate until);

	@Select("""
			SELECT on_day, read_user, share_user, zaikan_user, like_user, comment_count, is_complete
			FROM account_figure_day
			WHERE app_id = #{appId}
			AND on_day BETWEEN #{from} AND #{until}
			ORDER BY on_day
			""")
	List<DayRow> days(@Param("appId") String appId, @Param("from") LocalDate from, @Param("until") LocalDate until);

	@Select("""
			SELECT a.data_id, a.place, a.published_on, a.notified, COALESCE(SUM(d.read_user), 0) AS read_user,
				COALESCE(SUM(d.share_user), 0) AS share_user, COALESCE(SUM(d.zaikan_user), 0) AS zaikan_user,
				COALESCE(SUM(d.like_user), 0) AS like_user, COALESCE(SUM(d.comment_count), 0) AS comment_count
			FROM article_figure a
			LEFT JOIN article_figure_day d ON d.app_id = a.app_id AND d.data_id = a.data_id AND d.place = a.place
			WHERE a.app_id = #{appId}
			AND a.published_on BETWEEN #{from} AND #{until}
			GROUP BY a.data_id, a.place, a.published_on, a.notified
			ORDER BY read_user DESC, a.published_on DESC, a.data_id, a.place
			LIMIT #{limit}
			""")
	List<ArticleRow> articles(@Param("appId") String appId, @Param("from") LocalDate from,
			@Param("until") LocalDate until, @Param("limit") int limit);

	@Insert("""
			INSERT INTO account_figure_day (app_id, on_day, read_user, share_user, zaikan_user, like_user, comment_count,
				is_complete, asked_at)
			VALUES (#{appId}, #{day.on}, #{day.tally.readUser}, #{day.tally.shareUser}, #{day.tally.zaikanUser},
				#{day.tally.likeUser}, #{day.tally.commentCount}, #{complete}, #{at})
			ON DUPLICATE KEY UPDATE read_user = VALUES(read_user), share_user = VALUES(share_user),
				zaikan_user = VALUES(zaikan_user), like_user = VALUES(like_user), comment_count = VALUES(comment_count),
				is_complete = VALUES(is_complete), asked_at = VALUES(asked_at)
			""")
	int putDay(@Param("appId") String appId, @Param("day") WxMpFigures.Day day, @Param("complete") boolean complete,
			@Param("at") Instant at);

	@Insert("""
			INSERT INTO article_figure (app_id, data_id, place, published_on, notified)
			VALUES (#{appId}, #{article.dataId}, #{article.place}, #{article.publishedOn}, #{article.isNotified})
			ON DUPLICATE KEY UPDATE published_on = VALUES(published_on), notified = VALUES(notified)
			""")
	int putArticle(@Param("appId") String appId, @Param("article") WxMpFigures.Article article);

	@Insert("""
			INSERT INTO article_figure_day (app_id, data_id, place, on_day, read_user, share_user, zaikan_user, like_user,
				comment_count)
			VALUES (#{appId}, #{article.dataId}, #{article.place}, #{day.on}, #{day.tally.readUser},
				#{day.tally.shareUser}, #{day.tally.zaikanUser}, #{day.tally.likeUser}, #{day.tally.commentCount})
			ON DUPLICATE KEY UPDATE read_user = VALUES(read_user), share_user = VALUES(share_user),
				zaikan_user = VALUES(zaikan_user), like_user = VALUES(like_user), comment_count = VALUES(comment_count)
			""")
	int putArticleDay(@Param("appId") String appId, @Param("article") WxMpFigures.Article article,
			@Param("day") WxMpFigures.Day day);

	/** All articles of an account on one day. */
	record DayRow(LocalDate onDay, int readUser, int shareUser, int zaikanUser, int likeUser, int commentCount,
			boolean isComplete) {
	}

	/** One article with all its days. */
	record ArticleRow(String dataId, int place, LocalDate publishedOn, boolean notified, long readUser, long shareUser,
			long zaikanUser, long likeUser, long commentCount) {
	}

}
