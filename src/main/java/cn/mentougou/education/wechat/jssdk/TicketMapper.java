package cn.mentougou.education.wechat.jssdk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Table {@code page_ticket}. */
@Mapper
interface TicketMapper {

	@Select("""
			SELECT app_id, version, ticket, expires_at
			FROM page_ticket
			WHERE app_id = #{appId}
			""")
	Optional<Row> find(String appId);

	@Select("""
			SELECT app_id, version, ticket, expires_at
			FROM page_ticket
			ORDER BY app_id
			""")
	List<Row> list();

	/** Makes the account's row if it is not there yet. */
	@Insert("""
			INSERT IGNORE INTO page_ticket (app_id, version)
			VALUES (#{appId}, 0)
			""")
	int begin(String appId);

	/**
	 * Takes the lease on fetching the next one, unless somebody holds it or was faster.
	 */
	@Update("""
			UPDATE page_ticket
			SET lease_until = #{until}
			WHERE app_id = #{appId} AND version = #{version} AND (lease_until IS NULL OR lease_until <= #{now})
			""")
	int claim(@Param("appId") String appId, @Param("version") long version, @Param("now") Instant now,
			@Param("until") Instant until);

	@Update("""
			UPDATE page_ticket
			SET ticket = #{ticket}, expires_at = #{expiresAt}, version = version + 1, lease_until = NULL
			WHERE app_id = #{appId} AND version = #{version}
			""")
	int store(@Param("appId") String appId, @Param("version") long version, @Param("ticket") byte[] ticket,
			@Param("expiresAt") Instant expiresAt);

	/** Gives the lease back after a call in vain. */
	@Update("""
			UPDATE page_ticket
			SET lease_until = NULL
			WHERE app_id = #{appId} AND version = #{version}
			""")
	int giveBack(@Param("appId") String appId, @Param("version") long version);

	@Update("""
			UPDATE page_ticket
			SET ticket = #{after}
			WHERE app_id = #{appId} AND ticket = #{before}
			""")
	int exchange(@Param("appId") String appId, @Param("before") byte[] before, @Param("after") byte[] after);

	/** The account's row. */
	record Row(String appId, long version, byte @Nullable [] ticket, @Nullable Instant expiresAt) {
	}

}
