package cn.mentougou.education.newsroom.newsdesk;

import java.time.Instant;
import java.util.List;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Who has which editor open. */
@Mapper
interface PresenceMapper {

	@Select("""
			SELECT person_id
			FROM newsdesk_presence
			WHERE item_id = #{item}
			AND person_id != #{person}
			AND seen_at > #{since}
			ORDER BY person_id
			LIMIT 20
			""")
	List<Long> others(@Param("item") long item, @Param("person") long person, @Param("since") Instant since);

	@Insert("""
			INSERT INTO newsdesk_presence (item_id, person_id, seen_at)
			VALUES (#{item}, #{person}, #{at})
			ON DUPLICATE KEY UPDATE seen_at = VALUES(seen_at)
			""")
	int seen(@Param("item") long item, @Param("person") long person, @Param("at") Instant at);

	@Delete("""
			DELETE FROM newsdesk_presence
			WHERE item_id = #{item}
			AND seen_at < #{before}
			""")
	int forget(@Param("item") long item, @Param("before") Instant before);

}
