package cn.mentougou.education.newsroom.news;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What is shown, on which boards, with which files. */
@Mapper
interface ReleaseMapper {

	@Select("""
			SELECT item_id, version, content_hash, title, author, digest, body, level, boards, source_outlet, source_on,
				source_link, cover_id, ai_made, approved_at, first_shown_at, corrected_at, correction, working_hash, files,
				shown
			FROM news_release
			WHERE item_id = #{id}
			AND withdrawn_at IS NULL
			""")
	Optional<Row> find(@Param("id") long id);

	@Select("""
			SELECT item_id, version, content_hash, title, author, digest, body, level, boards, source_outlet, source_on,
				source_link, cover_id, ai_made, approved_at, first_shown_at, corrected_at, correction, working_hash, files,
				shown
			FROM news_release
			WHERE shown = 1
			AND (first_shown_at < #{time} OR (first_shown_at = #{time} AND item_id < #{id}))
			ORDER BY first_shown_at DESC, item_id DESC
			LIMIT #{limit}
			""")
	List<Row> latest(@Param("time") Instant time, @Param("id") long id, @Param("limit") int limit);

	@Select("""
			SELECT item_id, version, content_hash, title, author, digest, body, level, boards, source_outlet, source_on,
				source_link, cover_id, ai_made, approved_at, first_shown_at, corrected_at, correction, working_hash, files,
				shown
			FROM news_release
			WHERE shown = 1
			AND level = #{level}
			AND (first_shown_at < #{time} OR (first_shown_at = #{time} AND item_id < #{id}))
			ORDER BY first_shown_at DESC, item_id DESC
			LIMIT #{limit}
			""")
	List<Row> latestOfLevel(@Param("level") NewsLevel level, @Param("time") Instant time, @Param("id") long id,
			@Param("limit") int limit);

	@Select("""
			SELECT r.item_id, r.version, r.content_hash, r.title, r.author, r.digest, r.body, r.level, r.boards,
				r.source_outlet, r.source_on, r.source_link, r.cover_id, r.ai_made, r.approved_at, r.first_shown_at,
				r.corrected_at, r.correction, r.working_hash, r.files, r.shown
			FROM news_release_board b
			JOIN news_release r ON r.item_id = b.item_id
			WHERE b.board_id = #{board}
			AND b.shown = 1
			AND (#{level} IS NULL OR r.level = #{level})
			AND (b.first_shown_at < #{time} OR (b.first_shown_at = #{time} AND b.item_id < #{id}))
			ORDER BY b.first_shown_at DESC, b.item_id DESC
			LIMIT #{limit}
			""")
	List<Row> latestOfBoard(@Param("board") long board, @Param("level") @Nullable NewsLevel level,
			@Param("time") Instant time, @Param("id") long id, @Param("limit") int limit);

	@Select("""
			SELECT item_id, title, withdraw_reason, withdrawn_at, first_shown_at
			FROM news_release
			WHERE item_id = #{id}
			AND withdrawn_at IS NOT NULL
			""")
	Optional<Stone> tombstone(@Param("id") long id);

	@Select("""
			SELECT item_id, title, withdraw_reason, withdrawn_at, first_shown_at
			FROM news_release
			WHERE withdrawn_at >= #{since}
			ORDER BY withdrawn_at DESC, item_id DESC
			LIMIT 500
			""")
	List<Stone> tombstonesSince(@Param("since") Instant since);

	@Select("""
			SELECT changed_at
			FROM news_change
			WHERE id = 1
			""")
	Optional<Instant> lastChange();

	@Select("""
			SELECT MAX(first_shown_at)
			FROM news_release_board
			WHERE board_id = #{board}
			""")
	Optional<Instant> newestOn(@Param("board") long board);

	@Select("""
			SELECT f.public_code
			FROM news_release_file f
			JOIN news_release r ON r.item_id = f.item_id
			WHERE f.attachment_id = #{file}
			AND r.shown = 1
			LIMIT 1
			""")
	Optional<String> publicCode(@Param("file") long attachment);

	/** Whether a released item has the file, be it shown or on boards of the staff. */
	@Select("""
			SELECT COUNT(*) > 0
			FROM news_release_file
			WHERE attachment_id = #{file}
			""")
	boolean isHeld(@Param("file") long attachment);

	@Select("""
			SELECT item_id, attachment_id, name, byte_size, public_code, listed
			FROM news_release_file
			WHERE item_id = #{item}
			ORDER BY place
			""")
	List<FileRow> filesOf(@Param("item") long item);

	@Select("""
			<script>
			SELECT item_id, attachment_id, name, byte_size, public_code, listed
			FROM news_release_file
			WHERE listed = 1
			AND item_id IN <foreach collection="items" item="item" open="(" separator="," close=")">#{item}</foreach>
			ORDER BY item_id, place
			</script>
			""")
	List<FileRow> listedFiles(@Param("items") Collection<Long> items);

	@Insert("""
			INSERT INTO news_release (item_id, version, content_hash, title, author, digest, body, level, boards,
				source_outlet, source_on, source_link, cover_id, ai_made, approved_at, first_shown_at, corrected_at,
				correction, working_hash, files, shown)
			VALUES (#{itemId}, #{version}, #{contentHash}, #{title}, #{author}, #{digest}, #{body}, #{level}, #{boards},
				#{sourceOutlet}, #{sourceOn}, #{sourceLink}, #{coverId}, #{aiMade}, #{approvedAt}, #{firstShownAt},
				#{correctedAt}, #{correction}, #{workingHash}, #{files}, #{shown})
			""")
	int insert(Row row);

	@Update("""
			UPDATE news_release
			SET version = #{version}, content_hash = #{contentHash}, title = #{title}, author = #{author},
				digest = #{digest}, body = #{body}, level = #{level}, boards = #{boards}, source_outlet = #{sourceOutlet},
				source_on = #{sourceOn}, source_link = #{sourceLink}, cover_id = #{coverId}, ai_made = #{aiMade},
				approved_at = #{approvedAt}, corrected_at = #{correctedAt}, correction = #{correction},
				working_hash = #{workingHash}, files = #{files}, shown = #{shown}
			WHERE item_id = #{itemId}
			AND withdrawn_at IS NULL
			""")
	int change(Row row);

	@Update("""
			UPDATE news_release
			SET working_hash = #{hash}
			WHERE item_id = #{id}
			""")
	int workingHash(@Param("id") long id, @Param("hash") String hash);

	@Update("""
			UPDATE news_release
			SET shown = 0, boards = ''
			WHERE item_id = #{id}
			AND withdrawn_at IS NULL
			""")
	int hide(@Param("id") long id);

	@Update("""
			UPDATE news_release_board
			SET shown = #{shown}
			WHERE board_id = #{board}
			""")
	int boardShown(@Param("board") long board, @Param("shown") boolean shown);

	/** What stands on that board is shown if any of its boards is. */
	@Update("""
			UPDATE news_release
			SET shown = EXISTS (
				SELECT 1
				FROM news_release_board b
				WHERE b.item_id = news_release.item_id
				AND b.shown = 1
			)
			WHERE withdrawn_at IS NULL
			AND item_id IN (SELECT item_id FROM news_release_board WHERE board_id = #{board})
			""")
	int itemsShown(@Param("board") long board);

	@Update("""
			UPDATE news_release
			SET shown = 0, withdrawn_at = #{at}, withdraw_reason = #{reason}
			WHERE item_id = #{id}
			AND withdrawn_at IS NULL
			""")
	int withdraw(@Param("id") long id, @Param("reason") String reason, @Param("at") Instant at);

	@Insert("""
			INSERT INTO news_release_board (item_id, board_id, first_shown_at, shown)
			VALUES (#{item}, #{board}, #{at}, #{shown})
			""")
	int insertBoard(@Param("item") long item, @Param("board") long board, @Param("at") Instant at,
			@Param("shown") boolean shown);

	@Delete("""
			DELETE FROM news_release_board
			WHERE item_id = #{item}
			""")
	int deleteBoards(@Param("item") long item);

	@Insert("""
			INSERT INTO news_release_file (item_id, attachment_id, place, name, byte_size, public_code, listed)
			VALUES (#{row.itemId}, #{row.attachmentId}, #{place}, #{row.name}, #{row.byteSize}, #{row.publicCode},
				#{row.listed})
			""")
	int insertFile(@Param("row") FileRow row, @Param("place") int place);

	@Delete("""
			DELETE FROM news_release_file
			WHERE item_id = #{item}
			""")
	int deleteFiles(@Param("item") long item);

	/**
	 * Each change gets a second of its own, so that nobody's copy of a second is stale.
	 */
	@Insert("""
			INSERT INTO news_change (id, changed_at)
			VALUES (1, #{now})
			ON DUPLICATE KEY UPDATE changed_at = GREATEST(#{now}, changed_at + INTERVAL 1 SECOND)
			""")
	int changed(@Param("now") Instant now);

	/** A released item as it is stored. */
	record Row(long itemId, int version, String contentHash, String title, String author, String digest, String body,
			NewsLevel level, String boards, @Nullable String sourceOutlet, @Nullable LocalDate sourceOn,
			@Nullable String sourceLink, @Nullable Long coverId, boolean aiMade, Instant approvedAt,
			Instant firstShownAt, @Nullable Instant correctedAt, @Nullable String correction, String workingHash,
			int files, boolean shown) {
	}

	/** A file of a released item; the listed ones are offered below the text. */
	record FileRow(long itemId, long attachmentId, String name, long byteSize, String publicCode, boolean listed) {
	}

	/** What stays of a withdrawn item. */
	record Stone(long itemId, String title, String withdrawReason, Instant withdrawnAt, Instant firstShownAt) {

		Tombstone tombstone() {
			return new Tombstone(new NewsId(this.itemId), this.title, this.withdrawReason, this.withdrawnAt,
					this.firstShownAt);
		}

	}

}
