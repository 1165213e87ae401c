package cn.mentougou.education.wechat.scene;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.shared.UnitId;

/**
 * The codes, what the platform issued for them, and how many permanent ones there are.
 */
@Mapper
interface SceneMapper {

	@Select("""
			SELECT id, app_id, scene, kind, unit_id, title, note, permanent, ends_on, state, ticket, url, issued_at,
				expires_at, due_at, failures, reason, withdrawn_at
			FROM scene_code
			WHERE id = #{id}
			""")
	Optional<Row> find(@Param("id") long id);

	@Select("""
			SELECT id, app_id, scene, kind, unit_id, title, note, permanent, ends_on, state, ticket, url, issued_at,
				expires_at, due_at, failures, reason, withdrawn_at
			FROM scene_code
			WHERE app_id = #{appId}
			AND scene = #{scene}
			""")
	Optional<Row> findScene(@Param("appId") String appId, @Param("scene") String scene);

	@Select("""
			SELECT id, app_id, scene, kind, unit_id, title, note, permanent, ends_on, state, ticket, url, issued_at,
				expires_at, due_at, failures, reason, withdrawn_at
			FROM scene_code
			WHERE app_id = #{appId}
			AND purpose = #{purpose}
			""")
	Optional<Row> findPurpose(@Param("appId") String appId, @Param("purpose") String purpose);

	@Select("""
			<script>
			SELECT id, app_id, scene, kind, unit_id, title, note, permanent, ends_on, state, ticket, url, issued_at,
				expires_at, due_at, failures, reason, withdrawn_at
			FROM scene_code
			WHERE unit_id IN
			<foreach collection="search.units" item="unit" open="(" separator="," close=")">#{unit.value}</foreach>
			<if test="search.kind != null">AND kind = #{search.kind}</if>
			<if test="!search.withdrawn">AND withdrawn_at IS NULL</if>
			AND id &lt; #{before}
			ORDER BY id DESC
			LIMIT #{limit}
			</script>
			""")
	List<Row> list(@Param("search") Search search, @Param("before") long before, @Param("limit") int limit);

	@Select("""
			<script>
			SELECT id, app_id, scene, kind, unit_id, title, note, permanent, ends_on, state, ticket, url, issued_at,
				expires_at, due_at, failures, reason, withdrawn_at
			FROM scene_code
			WHERE id IN
			<foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
			</script>
			""")
	List<Row> byIds(@Param("ids") Collection<Long> ids);

	@Select("""
			SELECT id, app_id, scene, kind, unit_id, title, note, permanent, ends_on, state, ticket, url, issued_at,
				expires_at, due_at, failures, reason, withdrawn_at
			FROM scene_code
			WHERE due_at <= #{now}
			ORDER BY due_at, id
			LIMIT #{limit}
			""")
	List<Row> due(@Param("now") Instant now, @Param("limit") int limit);

	@Select("""
			SELECT id
			FROM scene_code
			WHERE app_id = #{appId}
			AND scene = #{scene}
			""")
	Optional<Long> idOf(@Param("appId") String appId, @Param("scene") String scene);

	/** Codes that need a person: refused, or about to end in spite of every attempt. */
	@Select("""
			<script>
			SELECT COUNT(*)
			FROM scene_code
			WHERE unit_id IN
			<foreach collection="units" item="unit" open="(" separator="," close=")">#{unit.value}</foreach>
			AND withdrawn_at IS NULL
			AND (state = 'REFUSED' OR (reason IS NOT NULL AND (failures &gt;= 3 OR expires_at &lt; #{soon})))
			</script>
			""")
	int countInTrouble(@Param("units") Set<UnitId> units, @Param("soon") Instant soon);

	@Select("""
			SELECT COALESCE(MAX(used), 0)
			FROM scene_permanent
			WHERE app_id = #{appId}
			""")
	int permanentUsed(@Param("appId") String appId);

	@Insert("""
			INSERT IGNORE INTO scene_permanent (app_id, used)
			VALUES (#{appId}, 0)
			""")
	int beginCounting(@Param("appId") String appId);

	@Insert("""
			INSERT INTO scene_code (app_id, scene, kind, unit_id, title, note, purpose, permanent, ends_on, state, due_at,
				failures, created_by, created_at)
			VALUES (#{appId}, #{scene}, #{draft.kind}, #{draft.unit.value}, #{draft.title}, #{draft.note}, #{purpose},
				#{draft.isPermanent}, #{draft.endsOn}, 'WANTED', #{at}, 0, #{by}, #{at})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("appId") String appId, @Param("scene") String scene, @Param("draft") SceneDraft draft,
			@Param("purpose") String purpose, @Param("by") long by, @Param("at") Instant at,
			@Param("key") GeneratedKey key);

	/** Takes one of the permanent codes; 0 if there is none left. */
	@Update("""
			UPDATE scene_permanent
			SET used = used + 1
			WHERE app_id = #{appId}
			AND used < #{most}
			""")
	int takePermanent(@Param("appId") String appId, @Param("most") int most);

	/**
	 * Whoever moves the time on asks the platform; after a crash it is asked again then.
	 */
	@Update("""
			UPDATE scene_code
			SET due_at = #{lease}
			WHERE id = #{id}
			AND due_at = #{seen}
			AND withdrawn_at IS NULL
			""")
	int claim(@Param("id") long id, @Param("seen") Instant seen, @Param("lease") Instant lease);

	@Update("""
			UPDATE scene_code
			SET state = 'ISSUED', ticket = #{ticket.value}, url = #{ticket.url}, issued_at = #{ticket.issuedAt},
				expires_at = #{ticket.expiresAt}, due_at = #{next}, failures = 0, reason = NULL
			WHERE id = #{id}
			AND due_at = #{lease}
			""")
	int issued(@Param("id") long id, @Param("lease") Instant lease, @Param("ticket") SceneQrCode.Ticket ticket,
			@Param("next") @Nullable Instant next);

	/** The call brought nothing; a ticket that is there stays until its end. */
	@Update("""
			UPDATE scene_code
			SET due_at = #{next}, failures = failures + 1, reason = #{reason}
			WHERE id = #{id}
			AND due_at = #{lease}
			""")
	int failed(@Param("id") long id, @Param("lease") Instant lease, @Param("reason") String reason,
			@Param("next") Instant next);

	@Update("""
			UPDATE scene_code
			SET state = 'REFUSED', due_at = NULL, failures = failures + 1, reason = #{reason}
			WHERE id = #{id}
			AND due_at = #{lease}
			""")
	int refused(@Param("id") long id, @Param("lease") Instant lease, @Param("reason") String reason);

	@Update("""
			UPDATE scene_code
			SET state = 'WANTED', due_at = #{now}, failures = 0
			WHERE id = #{id}
			AND state = 'REFUSED'
			AND withdrawn_at IS NULL
			""")
	int askAgain(@Param("id") long id, @Param("now") Instant now);

	@Update("""
			UPDATE scene_code
			SET purpose = NULL, due_at = NULL, withdrawn_at = #{at}
			WHERE id = #{id}
			AND withdrawn_at IS NULL
			""")
	int withdraw(@Param("id") long id, @Param("at") Instant at);

	@Update("""
			UPDATE scene_code
			SET purpose = NULL, due_at = NULL, withdrawn_at = #{at}
			WHERE unit_id = #{unit.value}
			AND withdrawn_at IS NULL
			""")
	int withdrawAllOf(@Param("unit") UnitId unit, @Param("at") Instant at);

	/** It is asked for at once unless it is permanent and there. */
	@Update("""
			UPDATE scene_code
			SET purpose = #{purpose}, withdrawn_at = NULL,
				due_at = CASE WHEN permanent AND ticket IS NOT NULL THEN NULL ELSE #{at} END,
				state = CASE WHEN permanent AND ticket IS NOT NULL THEN 'ISSUED' ELSE 'WANTED' END,
				failures = 0, reason = NULL
			WHERE id = #{id}
			AND withdrawn_at IS NOT NULL
			""")
	int reopen(@Param("id") long id, @Param("purpose") String purpose, @Param("at") Instant at);

	/**
	 * Which codes are listed.
	 *
	 * @param units of which units; at least one
	 * @param kind of which kind; null for all
	 * @param withdrawn whether withdrawn ones too
	 */
	record Search(Set<UnitId> units, @Nullable SceneKind kind, boolean withdrawn) {
	}

	/** A code as it is stored. */
	record Row(long id, String appId, String scene, SceneKind kind, long unitId, String title, String note,
			boolean permanent, @Nullable LocalDate endsOn, SceneQrCode.State state, @Nullable String ticket,
			@Nullable String url, @Nullable Instant issuedAt, @Nullable Instant expiresAt, @Nullable Instant dueAt,
			int failures, @Nullable String reason, @Nullable Instant withdrawnAt) {

		SceneQrCode code() {
			SceneDraft draft = new SceneDraft(this.kind, new UnitId(this.unitId), this.title, this.note, this.permanent,
					this.endsOn);
			SceneQrCode.Ticket issued = (this.ticket != null && this.url != null && this.issuedAt != null)
					? new SceneQrCode.Ticket(this.ticket, this.url, this.issuedAt, this.expiresAt) : null;
			return new SceneQrCode(new SceneQrCodeId(this.id), this.appId, this.scene, draft, this.state, issued,
					this.reason, this.withdrawnAt);
		}

	}

}
