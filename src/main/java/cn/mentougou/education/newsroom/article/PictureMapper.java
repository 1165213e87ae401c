package cn.mentougou.education.newsroom.article;

import java.time.Instant;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

import cn.mentougou.education.newsroom.article.HostedPictures.Purpose;

/** The pictures at the platform. */
@Mapper
interface PictureMapper {

	@Select("""
			SELECT content_hash
			FROM article_content
			WHERE attachment_id = #{attachmentId}
			""")
	Optional<String> findHash(@Param("attachmentId") long attachmentId);

	@Select("""
			SELECT id, state, place
			FROM article_picture
			WHERE app_id = #{appId}
			AND purpose = #{purpose}
			AND content_hash = #{hash}
			""")
	Optional<Row> find(@Param("appId") String appId, @Param("purpose") Purpose purpose, @Param("hash") String hash);

	@Insert("""
			INSERT INTO article_content (attachment_id, content_hash)
			VALUES (#{attachmentId}, #{hash})
			ON DUPLICATE KEY UPDATE content_hash = #{hash}
			""")
	void insertHash(@Param("attachmentId") long attachmentId, @Param("hash") String hash);

	/** The intent; one that is there stays as it is. */
	@Insert("""
			INSERT INTO article_picture (app_id, purpose, content_hash, state, place, claim, claimed_until, calls, lost,
				reason, rid, created_at, touched_at)
			VALUES (#{appId}, #{purpose}, #{hash}, 'WAITING', '', '', #{now}, 0, 0, '', '', #{now}, #{now})
			ON DUPLICATE KEY UPDATE id = id
			""")
	void insert(@Param("appId") String appId, @Param("purpose") Purpose purpose, @Param("hash") String hash,
			@Param("now") Instant now);

	/**
	 * Takes it for one upload. One whose holder was silent too long counts as lost on the
	 * way.
	 */
	@Update("""
			UPDATE article_picture
			SET lost = lost + CASE WHEN state = 'UPLOADING' THEN 1 ELSE 0 END, state = 'UPLOADING', calls = calls + 1,
				claim = #{claim.word}, claimed_until = #{claim.until}, touched_at = #{claim.now}
			WHERE id = #{id}
			AND (state IN ('WAITING', 'REFUSED', 'UNKNOWN')
				OR state = 'UPLOADING' AND claimed_until <= #{claim.now})
			""")
	int claim(@Param("id") long id, @Param("claim") Claim claim);

	@Update("""
			UPDATE article_picture
			SET state = #{end.state}, place = #{end.place}, reason = #{end.reason}, rid = #{end.rid},
				lost = lost + CASE WHEN #{end.state} = 'UNKNOWN' THEN 1 ELSE 0 END, touched_at = #{end.now}
			WHERE id = #{id}
			AND claim = #{claim}
			AND state = 'UPLOADING'
			""")
	int settle(@Param("id") long id, @Param("claim") String claim, @Param("end") End end);

	/** How it stands. */
	enum State {

		/** Not there; it may be uploaded. */
		WAITING,

		/** Somebody uploads it now, or died over it. */
		UPLOADING,

		/** It is there. */
		DONE,

		/** The platform refused it; it may be tried again. */
		REFUSED,

		/** Nobody knows; it may be uploaded again, which harms nobody. */
		UNKNOWN

	}

	/** One picture of one account. */
	record Row(long id, State state, String place) {
	}

	/** Who takes it, and for how long. */
	record Claim(String word, Instant now, Instant until) {
	}

	/** What the upload came to. */
	record End(State state, String place, String reason, String rid, Instant now) {
	}

}
