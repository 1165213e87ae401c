package cn.mentougou.education.wechat.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Table {@code access_token}. */
@Mapper
interface TokenMapper {

	@Select("""
			SELECT version, token, expires_at, lease_until, failed_code, failed_detail, failed_until
			FROM access_token
			WHERE app_id = #{appId}
			""")
	Optional<Row> find(String appId);

	/** The accounts that have a row. */
	@Select("""
			SELECT app_id
			FROM access_token
			ORDER BY app_id
			""")
	List<String> listAppIds();

	/** Makes the account's row if it is not there yet. */
	@Insert("""
			INSERT IGNORE INTO access_token (app_id, version)
			VALUES (#{appId}, 0)
			""")
	int begin(String appId);

	/**
	 * Takes the lease, unless somebody holds it, or stored another token or failed to get
	 * one since the row was read.
	 */
	@Update("""
			UPDATE access_token
			SET lease_owner = #{owner}, lease_until = #{until}
			WHERE app_id = #{appId}
			AND version = #{version}
			AND (lease_until IS NULL OR lease_until <= #{now})
			AND (failed_until IS NULL OR failed_until <= #{now})
			""")
	int claim(Lease lease);

	/** Stores the new token and gives the lease back, if it is still held. */
	@Update("""
			UPDATE access_token
			SET token = #{token}, expires_at = #{expiresAt}, version = version + 1, lease_owner = NULL,
				lease_until = NULL, failed_code = NULL, failed_detail = NULL, failed_until = NULL
			WHERE app_id = #{appId}
			AND lease_owner = #{owner}
			""")
	int store(@Param("appId") String appId, @Param("owner") String owner, @Param("token") byte[] token,
			@Param("expiresAt") Instant expiresAt);

	@Update("""
			UPDATE access_token
			SET token = #{after}
			WHERE app_id = #{appId}
			AND token = #{before}
			""")
	int exchange(@Param("appId") String appId, @Param("before") byte[] before, @Param("after") byte[] after);

	/**
	 * Notes why there is no new token and gives the lease back, if it is still held.
	 */
	@Update("""
			UPDATE access_token
			SET failed_code = #{code}, failed_detail = #{detail}, failed_until = #{until}, lease_owner = NULL,
				lease_until = NULL
			WHERE app_id = #{appId}
			AND lease_owner = #{owner}
			""")
	int fail(Failure failure);

	/**
	 * The account's row.
	 *
	 * @param version how many tokens were stored
	 * @param token the sealed token
	 * @param expiresAt the end of its life
	 * @param leaseUntil until when somebody fetches the next one
	 * @param failedCode why the last attempt failed
	 * @param failedDetail what the platform said besides
	 * @param failedUntil until when nobody tries again
	 */
	record Row(long version, byte @Nullable [] token, @Nullable Instant expiresAt, @Nullable Instant leaseUntil,
			@Nullable Integer failedCode, @Nullable String failedDetail, @Nullable Instant failedUntil) {
	}

	/** A lease that is asked for, on the version that was read. */
	record Lease(String appId, long version, String owner, Instant now, Instant until) {
	}

	/** Why the lease's owner brings no token, and until when nobody tries again. */
	record Failure(String appId, String owner, int code, String detail, Instant until) {
	}

}
