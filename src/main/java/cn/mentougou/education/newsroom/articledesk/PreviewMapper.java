package cn.mentougou.education.newsroom.articledesk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

import cn.mentougou.education.shared.GeneratedKey;

/** Table {@code article_preview}. */
@Mapper
interface PreviewMapper {

	@Select("""
			SELECT id, app_id, news_id, version, staff_id, state, reason, rid, actor_id, sent_on, created_at
			FROM article_preview
			WHERE news_id = #{news}
			ORDER BY id DESC
			LIMIT 20
			""")
	List<Row> listOf(@Param("news") long news);

	/** Those that the platform counts, as far as anybody knows. */
	@Select("""
			SELECT COUNT(*)
			FROM article_preview
			WHERE app_id = #{appId}
			AND sent_on = #{day}
			AND state <> 'NOT_SENT'
			""")
	int count(@Param("appId") String appId, @Param("day") LocalDate day);

	@Insert("""
			INSERT INTO article_preview (app_id, news_id, version, staff_id, state, reason, rid, actor_id, sent_on,
				created_at)
			VALUES (#{row.appId}, #{row.newsId}, #{row.version}, #{row.staffId}, #{row.state}, #{row.reason}, #{row.rid},
				#{row.actorId}, #{row.sentOn}, #{row.createdAt})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value")
	void insert(@Param("row") Row row, @Param("key") GeneratedKey key);

	@Update("""
			UPDATE article_preview
			SET state = #{state}, reason = #{reason}, rid = #{rid}
			WHERE id = #{id}
			AND state = 'SENDING'
			""")
	int settle(@Param("id") long id, @Param("state") State state, @Param("reason") String reason,
			@Param("rid") String rid);

	/** How a preview stands. */
	enum State {

		/** On the way; after a crash nobody knows, and it may be sent again. */
		SENDING("结果不明"),

		/** The platform took it. */
		SENT("已送达"),

		/** The platform refused it. */
		REFUSED("微信拒收"),

		/** It did not get there. */
		NOT_SENT("没有发出"),

		/** Nobody knows; it may be sent again. */
		UNKNOWN("结果不明");

		private final String title;

		State(String title) {
			this.title = title;
		}

		/** What people read. */
		public String title() {
			return this.title;
		}

	}

	/** One preview to one phone. */
	record Row(long id, String appId, long newsId, int version, long staffId, State state, String reason, String rid,
			long actorId, LocalDate sentOn, Instant createdAt) {
	}

}
