package cn.mentougou.education.wechat.scenetally;

import java.time.LocalDate;
import java.util.List;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The counts by code and day. */
@Mapper
interface SceneTallyMapper {

	@Select("""
			SELECT code_id, day, follows, scans
			FROM scene_tally
			WHERE code_id = #{code}
			AND day BETWEEN #{from} AND #{until}
			ORDER BY day DESC
			LIMIT 400
			""")
	List<Line> days(@Param("code") long code, @Param("from") LocalDate from, @Param("until") LocalDate until);

	/**
	 * Codes in the order of their numbers, each with its sums; codes not scanned are left
	 * out.
	 */
	@Select("""
			SELECT code_id, COALESCE(SUM(follows), 0) AS follows, COALESCE(SUM(scans), 0) AS scans
			FROM scene_tally
			WHERE day BETWEEN #{from} AND #{until}
			AND code_id > #{after}
			GROUP BY code_id
			ORDER BY code_id
			LIMIT #{limit}
			""")
	List<Sum> sums(@Param("from") LocalDate from, @Param("until") LocalDate until, @Param("after") long after,
			@Param("limit") int limit);

	/** Days after a key, in the order of code and day. */
	@Select("""
			SELECT code_id, day, follows, scans
			FROM scene_tally
			WHERE day BETWEEN #{from} AND #{until}
			AND (code_id > #{code} OR (code_id = #{code} AND day > #{day}))
			ORDER BY code_id, day
			LIMIT #{limit}
			""")
	List<Line> lines(@Param("from") LocalDate from, @Param("until") LocalDate until, @Param("code") long code,
			@Param("day") LocalDate day, @Param("limit") int limit);

	/** Marks a push as counted; 0 if it was. */
	@Insert("""
			INSERT IGNORE INTO scene_scan (message_key, day)
			VALUES (#{key}, #{day})
			""")
	int see(@Param("key") byte[] key, @Param("day") LocalDate day);

	@Insert("""
			INSERT INTO scene_tally (code_id, day, follows, scans)
			VALUES (#{line.codeId}, #{line.day}, #{line.follows}, #{line.scans})
			ON DUPLICATE KEY UPDATE follows = follows + VALUES(follows), scans = scans + VALUES(scans)
			""")
	int add(@Param("line") Line line);

	@Delete("""
			DELETE FROM scene_scan
			WHERE day < #{before}
			LIMIT 5000
			""")
	int forget(@Param("before") LocalDate before);

	/**
	 * A code on a day.
	 *
	 * @param codeId the code
	 * @param day the day in Beijing
	 * @param follows people who began to follow by it
	 * @param scans scans by people who followed already
	 */
	record Line(long codeId, LocalDate day, int follows, int scans) {
	}

	/** A code over a time. */
	record Sum(long codeId, long follows, long scans) {
	}

}
