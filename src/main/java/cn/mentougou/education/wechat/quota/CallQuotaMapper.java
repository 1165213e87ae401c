package cn.mentougou.education.wechat.quota;

import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Table {@code call_quota}. */
@Mapper
interface CallQuotaMapper {

	@Select("""
			SELECT reserved
			FROM call_quota
			WHERE app_id = #{appId}
			AND api = #{api}
			AND period = #{period}
			""")
	Optional<Integer> findReserved(@Param("appId") String appId, @Param("api") String api,
			@Param("period") String period);

	@Select("""
			SELECT reserved
			FROM call_quota
			WHERE app_id = #{appId}
			AND api = #{api}
			AND period = #{period}
			FOR UPDATE
			""")
	int lockReserved(@Param("appId") String appId, @Param("api") String api, @Param("period") String period);

	@Insert("""
			INSERT INTO call_quota (app_id, api, period, reserved)
			VALUES (#{appId}, #{api}, #{period}, 0)
			ON DUPLICATE KEY UPDATE reserved = reserved
			""")
	int insertNothing(@Param("appId") String appId, @Param("api") String api, @Param("period") String period);

	@Update("""
			UPDATE call_quota
			SET reserved = reserved + #{calls}
			WHERE app_id = #{appId}
			AND api = #{api}
			AND period = #{period}
			""")
	int reserve(@Param("appId") String appId, @Param("api") String api, @Param("period") String period,
			@Param("calls") int calls);

	@Update("""
			UPDATE call_quota
			SET reserved = #{limit}
			WHERE app_id = #{appId}
			AND api = #{api}
			AND period = #{period}
			AND reserved < #{limit}
			""")
	int exhaust(@Param("appId") String appId, @Param("api") String api, @Param("period") String period,
			@Param("limit") int limit);

	@Delete("""
			DELETE FROM call_quota
			WHERE period < #{day}
			LIMIT #{limit}
			""")
	int deleteBefore(@Param("day") String day, @Param("limit") int limit);

}
