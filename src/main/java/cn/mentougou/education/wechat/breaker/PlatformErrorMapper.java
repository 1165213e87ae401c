package cn.mentougou.education.wechat.breaker;

import java.time.Instant;
import java.util.List;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Table {@code platform_error}. */
@Mapper
interface PlatformErrorMapper {

	@Select("""
			SELECT app_id, code, times, first_at, last_at
			FROM platform_error
			WHERE app_id = #{appId} AND last_at >= #{since}
			ORDER BY last_at DESC, code
			LIMIT 30
			""")
	List<PlatformError> since(@Param("appId") String appId, @Param("since") Instant since);

	@Insert("""
			INSERT IGNORE INTO platform_error (app_id, code, times, first_at, last_at)
			VALUES (#{appId}, #{code}, 0, #{at}, #{at})
			""")
	int begin(@Param("appId") String appId, @Param("code") String code, @Param("at") Instant at);

	@Update("""
			UPDATE platform_error
			SET times = times + #{times}, last_at = GREATEST(last_at, #{at})
			WHERE app_id = #{appId} AND code = #{code}
			""")
	int add(@Param("appId") String appId, @Param("code") String code, @Param("times") long times,
			@Param("at") Instant at);

}
