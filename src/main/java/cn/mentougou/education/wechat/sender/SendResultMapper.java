package cn.mentougou.education.wechat.sender;

import java.time.Instant;
import java.util.List;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Table {@code send_result}. */
@Mapper
interface SendResultMapper {

	@Select("""
			<script>
			SELECT app_id, platform_id, status, is_delivered, reported_at
			FROM send_result
			WHERE app_id = #{appId}
			AND platform_id IN <foreach collection="platformIds" item="id" open="(" separator="," close=")">#{id}</foreach>
			</script>
			""")
	List<SendResult> list(@Param("appId") String appId, @Param("platformIds") List<String> platformIds);

	/** The first report counts. */
	@Insert("""
			INSERT INTO send_result (app_id, platform_id, status, is_delivered, reported_at)
			VALUES (#{appId}, #{platformId}, #{status}, #{isDelivered}, #{reportedAt})
			ON DUPLICATE KEY UPDATE platform_id = platform_id
			""")
	int insert(SendResult result);

	@Delete("""
			DELETE FROM send_result
			WHERE reported_at < #{before}
			ORDER BY reported_at
			LIMIT #{limit}
			""")
	int deleteBefore(@Param("before") Instant before, @Param("limit") int limit);

}
