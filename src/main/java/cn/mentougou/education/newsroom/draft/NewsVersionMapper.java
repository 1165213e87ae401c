package cn.mentougou.education.newsroom.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.newsroom.news.NewsLevel;

/** The versions of the items. */
@Mapper
interface NewsVersionMapper {

	@Select("""
			SELECT item_id, number, title, author, digest, body, level, boards, topics, outlet_id, source_outlet, source_on,
				source_link, video_link, cover_id, attachments, ai_use, correction, content_hash, saved_by, saved_at,
				frozen_at, approved_at
			FROM news_version
			WHERE item_id = #{item}
			AND number = #{number}
			""")
	Optional<Row> find(@Param("item") long item, @Param("number") int number);

	@Select("""
			SELECT number, title, saved_by, saved_at, frozen_at, approved_at
			FROM news_version
			WHERE item_id = #{item}
			ORDER BY number DESC
			LIMIT 100
			""")
	List<NewsVersion.Line> listOf(@Param("item") long item);

	@Insert("""
			INSERT INTO news_version (item_id, number, title, author, digest, body, level, boards, topics, outlet_id,
				source_outlet, source_on, source_link, video_link, cover_id, attachments, ai_use, correction, content_hash,
				saved_by, saved_at)
			VALUES (#{itemId}, #{number}, #{title}, #{author}, #{digest}, #{body}, #{level}, #{boards}, #{topics},
				#{outletId}, #{sourceOutlet}, #{sourceOn}, #{sourceLink}, #{videoLink}, #{coverId}, #{attachments},
				#{aiUse}, #{correction}, #{contentHash}, #{savedBy}, #{savedAt})
			""")
	int insert(Row row);

	@Update("""
			UPDATE news_version
			SET title = #{title}, author = #{author}, digest = #{digest}, body = #{body}, level = #{level},
				boards = #{boards}, topics = #{topics}, outlet_id = #{outletId}, source_outlet = #{sourceOutlet},
				source_on = #{sourceOn}, source_link = #{sourceLink}, video_link = #{videoLink}, cover_id = #{coverId},
				attachments = #{attachments}, ai_use = #{aiUse}, correction = #{correction},
				content_hash = #{contentHash}, saved_by = #{savedBy}, saved_at = #{savedAt}
			WHERE item_id = #{itemId}
			AND number = #{number}
			AND frozen_at IS NULL
			""")
	int change(Row row);

	@Update("""
			UPDATE news_version
			SET frozen_at = #{at}
			WHERE item_id = #{item}
			AND number = #{number}
			AND content_hash = #{hash}
			AND frozen_at IS NULL
			""")
	int freeze(@Param("item") long item, @Param("number") int number, @Param("hash") String hash,
			@Param("at") Instant at);

	@Update("""
			UPDATE news_version
			SET approved_at = #{at}
			WHERE item_id = #{item}
			AND number = #{number}
			AND content_hash = #{hash}
			""")
	int approve(@Param("item") long item, @Param("number") int number, @Param("hash") String hash,
			@Param("at") Instant at);

	/** A version as it is stored; lists of numbers stand between commas. */
	record Row(long itemId, int number, String title, String author, String digest, String body, NewsLevel level,
			String boards, String topics, @Nullable Long outletId, @Nullable String sourceOutlet,
			@Nullable LocalDate sourceOn, @Nullable String sourceLink, @Nullable String videoLink,
			@Nullable Long coverId, String attachments, AiUse aiUse, @Nullable String correction, String contentHash,
			long savedBy, Instant savedAt, @Nullable Instant frozenAt, @Nullable Instant approvedAt) {

		static Row of(long item, int number, NewsDraft draft, long by, Instant at) {
			return new Row(item, number, draft.title(), draft.author(), draft.digest(), draft.body(), draft.level(),
					text(draft.boards()), draft.topics(), draft.outletId(), draft.sourceOutlet(), draft.sourceOn(),
					draft.sourceLink(), draft.videoLink(), draft.cover(), text(draft.attachments()), draft.aiUse(),
					draft.correction(), ContentHash.of(draft), by, at, null, null);
		}

		NewsVersion version() {
			return new NewsVersion(this.number, draft(), this.contentHash, this.savedBy, this.savedAt, this.frozenAt,
					this.approvedAt);
		}

		NewsDraft draft() {
			return new NewsDraft(this.title, this.author, this.digest, this.body, this.level, numbers(this.boards),
					this.topics, this.outletId, this.sourceOutlet, this.sourceOn, this.sourceLink, this.videoLink,
					this.coverId, numbers(this.attachments), this.aiUse, this.correction);
		}

		private static String text(List<Long> numbers) {
			return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
		}

		private static List<Long> numbers(String text) {
			return Stream.of(text.split(",")).filter((one) -> !one.isEmpty()).map(Long::valueOf).toList();
		}

	}

}
