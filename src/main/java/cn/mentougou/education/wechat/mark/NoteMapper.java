package cn.mentougou.education.wechat.mark;

import java.time.Instant;
import java.util.List;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The notes about followers. */
@Mapper
interface NoteMapper {

	@Select("""
			SELECT id, follower_id, content, note_key, written_by, written_at
			FROM follower_note
			WHERE follower_id = #{follower}
			ORDER BY id DESC
			LIMIT 200
			""")
	List<Row> of(@Param("follower") long follower);

	@Select("""
			SELECT id, follower_id, content, note_key, written_by, written_at
			FROM follower_note
			WHERE id > #{after}
			ORDER BY id
			LIMIT #{limit}
			""")
	List<Row> after(@Param("after") long after, @Param("limit") int limit);

	@Insert("""
			INSERT INTO follower_note (follower_id, content, note_key, written_by, written_at)
			VALUES (#{followerId}, #{content}, #{noteKey}, #{writtenBy}, #{writtenAt})
			""")
	int insert(Row row);

	@Update("""
			UPDATE follower_note
			SET content = #{after}
			WHERE id = #{id}
			AND content = #{before}
			""")
	int exchange(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Delete("""
			DELETE FROM follower_note
			WHERE id = #{id}
			AND follower_id = #{follower}
			""")
	int delete(@Param("follower") long follower, @Param("id") long id);

	@Delete("""
			DELETE FROM follower_note
			WHERE follower_id = #{follower}
			""")
	int forget(@Param("follower") long follower);

	/** A note as it is stored; the content is sealed. */
	record Row(long id, long followerId, byte[] content, byte[] noteKey, long writtenBy, Instant writtenAt) {
	}

}
