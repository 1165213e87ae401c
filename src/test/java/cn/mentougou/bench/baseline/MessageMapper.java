package cn.mentougou.bench.baseline;

import java.util.Date;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The two statements that people add: keep the message, look the keyword up. */
@Mapper
interface MessageMapper {

	@Insert("""
			INSERT INTO wx_message (msg_id, app_id, open_id, msg_type, content, created_at)
			VALUES (#{msgId}, #{appId}, #{openId}, #{type}, #{content}, #{createdAt})
			""")
	int insert(@Param("msgId") Long msgId, @Param("appId") String appId, @Param("openId") String openId,
			@Param("type") String type, @Param("content") String content, @Param("createdAt") Date createdAt);

	@Select("SELECT answer FROM wx_keyword WHERE keyword = #{keyword}")
	String findAnswer(@Param("keyword") String keyword);

}
