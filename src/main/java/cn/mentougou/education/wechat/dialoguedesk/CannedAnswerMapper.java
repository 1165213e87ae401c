package cn.mentougou.education.wechat.dialoguedesk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

import cn.mentougou.education.shared.GeneratedKey;

/** Table {@code canned_answer}. */
@Mapper
interface CannedAnswerMapper {

	@Select("""
			SELECT id, title, words, version
			FROM canned_answer
			WHERE id = #{id}
			""")
	Optional<CannedAnswer> find(@Param("id") long id);

	@Select("""
			SELECT id, title, words, version
			FROM canned_answer
			ORDER BY title, id
			LIMIT #{limit}
			""")
	List<CannedAnswer> list(@Param("limit") int limit);

	@Insert("""
			INSERT INTO canned_answer (title, words, changed_by, changed_at, version)
			VALUES (#{row.title}, #{row.words}, #{by}, #{at}, 1)
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") CannedAnswer row, @Param("by") long by, @Param("at") Instant at,
			@Param("key") GeneratedKey key);

	/** Inserts the answer and returns its number. */
	default long insert(CannedAnswer row, long by, Instant at) {
		GeneratedKey key = new GeneratedKey();
		insert(row, by, at, key);
		return key.getValue();
	}

	@Update("""
			UPDATE canned_answer
			SET title = #{row.title}, words = #{row.words}, changed_by = #{by}, changed_at = #{at},
				version = version + 1
			WHERE id = #{row.id}
			AND version = #{row.version}
			""")
	int change(@Param("row") CannedAnswer row, @Param("by") long by, @Param("at") Instant at);

	@Delete("""
			DELETE FROM canned_answer
			WHERE id = #{id}
			""")
	int remove(@Param("id") long id);

}
