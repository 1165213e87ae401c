package cn.mentougou.education.wechat.bridge;

import java.time.Instant;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The picture that each account has at the platform. */
@Mapper
interface BridgeMapper {

	@Select("""
			SELECT app_id, made_of, media_id, uploaded_at, valid_until
			FROM bridge_picture
			WHERE app_id = #{appId}
			""")
	Optional<Picture> find(@Param("appId") String appId);

	@Insert("""
			INSERT INTO bridge_picture (app_id, made_of, media_id, uploaded_at, valid_until)
			VALUES (#{picture.appId}, #{picture.madeOf}, #{picture.mediaId}, #{picture.uploadedAt}, #{picture.validUntil})
			ON DUPLICATE KEY UPDATE made_of = VALUES(made_of), media_id = VALUES(media_id),
				uploaded_at = VALUES(uploaded_at), valid_until = VALUES(valid_until)
			""")
	int put(@Param("picture") Picture picture);

	/**
	 * A picture at the platform.
	 *
	 * @param appId the account that has it
	 * @param madeOf the address in its code
	 * @param mediaId its media id
	 * @param uploadedAt when it was brought there
	 * @param validUntil when the picture or its code ends, whichever is first
	 */
	record Picture(String appId, String madeOf, String mediaId, Instant uploadedAt, Instant validUntil) {
	}

}
