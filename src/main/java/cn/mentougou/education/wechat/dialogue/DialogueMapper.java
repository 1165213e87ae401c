package cn.mentougou.education.wechat.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

import cn.mentougou.education.shared.GeneratedKey;
import cn.mentougou.education.wechat.dialogue.Dialogue.State;

/** Table {@code dialogue_thread}. */
@Mapper
interface DialogueMapper {

	@Select("""
			SELECT id, person, app_id, open_id, state, waiting_since, spoke_at, place, assignee, occasion, undecided,
				opened_at, version
			FROM dialogue_thread
			WHERE id = #{id}
			""")
	Optional<Row> find(@Param("id") long id);

	/** Held until the transaction ends, so that what is decided about it stays true. */
	@Select("""
			SELECT id, person, app_id, open_id, state, waiting_since, spoke_at, place, assignee, occasion, undecided,
				opened_at, version
			FROM dialogue_thread
			WHERE id = #{id}
			FOR UPDATE
			""")
	Optional<Row> findAndLock(@Param("id") long id);

	@Select("""
			SELECT id
			FROM dialogue_thread
			WHERE person = #{person}
			""")
	Optional<Long> findId(@Param("person") byte[] person);

	@Select("""
			<script>
			SELECT id, person, app_id, open_id, state, waiting_since, spoke_at, place, assignee, occasion, undecided,
				opened_at, version
			FROM dialogue_thread
			<where>
				<if test="search.place != null">
					(place &gt; #{search.place} OR (place = #{search.place} AND id &gt; #{search.id}))
				</if>
				<if test="search.assignees != null">
					AND assignee IN <foreach collection="search.assignees" item="one" open="(" separator="," close=")">#{one}</foreach>
				</if>
				<if test="search.nobodys">AND assignee IS NULL</if>
				<if test="search.appId != null">AND app_id = #{search.appId}</if>
				<if test="search.state != null">AND state = #{search.state}</if>
				<if test="search.undecided">AND undecided &gt; 0</if>
			</where>
			ORDER BY place, id
			LIMIT #{limit}
			</script>
			""")
	List<Row> list(@Param("search") Search search, @Param("limit") int limit);

	/** All of them, or those of these people, in the order of their ids. */
	@Select("""
			<script>
			SELECT id, person, app_id, open_id, state, waiting_since, spoke_at, place, assignee, occasion, undecided,
				opened_at, version
			FROM dialogue_thread
			WHERE id &gt; #{after}
			<if test="!people.isEmpty()">AND person IN <foreach collection="people" item="one" open="(" separator="," close=")">#{one}</foreach></if>
			ORDER BY id
			LIMIT #{limit}
			</script>
			""")
	List<Row> listAfter(@Param("after") long after, @Param("people") List<byte[]> people, @Param("limit") int limit);

	/** Those who wait and wrote after this moment, the earliest first. */
	@Select("""
			SELECT id, person, app_id, open_id, state, waiting_since, spoke_at, place, assignee, occasion, undecided,
				opened_at, version
			FROM dialogue_thread
			WHERE spoke_at > #{after}
			AND state = 'WAITING'
			ORDER BY spoke_at
			LIMIT #{limit}
			""")
	List<Row> listWaiting(@Param("after") Instant after, @Param("limit") int limit);

	@Select("""
			SELECT id
			FROM dialogue_thread
			WHERE follower_id = #{follower}
			""")
	List<Long> listOf(@Param("follower") long follower);

	/** Conversations over their time, except of those who are held. */
	@Select("""
			<script>
			SELECT id
			FROM dialogue_thread
			WHERE spoke_at &lt; #{before}
			<if test="!held.isEmpty()">AND person NOT IN <foreach collection="held" item="one" open="(" separator="," close=")">#{one}</foreach></if>
			ORDER BY spoke_at
			LIMIT #{limit}
			</script>
			""")
	List<Long> listSpokeBefore(@Param("before") Instant before, @Param("held") List<byte[]> held,
			@Param("limit") int limit);

	@Select("""
			SELECT COUNT(*) AS waiting, MIN(waiting_since) AS since,
				(SELECT COUNT(*) FROM dialogue_thread WHERE undecided > 0) AS undecided
			FROM dialogue_thread
			WHERE state = 'WAITING'
			""")
	Count count();

	/** Begins a conversation, or finds the one that somebody else began just now. */
	@Insert("""
			INSERT INTO dialogue_thread (person, app_id, open_id, state, waiting_since, spoke_at, place, assignee, occasion,
				undecided, opened_at, version)
			VALUES (#{row.person}, #{row.appId}, #{row.openId}, #{row.state}, #{row.waitingSince}, #{row.spokeAt},
				#{row.place}, #{row.assignee}, #{row.occasion}, 0, #{row.openedAt}, 0)
			ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("row") Row row, @Param("key") GeneratedKey key);

	/** Inserts the row and returns its number. */
	default long insert(Row row) {
		GeneratedKey key = new GeneratedKey();
		insert(row, key);
		return key.getValue();
	}

	/** The person wrote. No act of the staff, so the version stays. */
	@Update("""
			UPDATE dialogue_thread
			SET state = #{state}, waiting_since = #{waitingSince}, spoke_at = #{spokeAt}, place = #{place},
				occasion = #{occasion}
			WHERE id = #{id}
			""")
	int hear(Row row);

	/** The staff acted on what it had seen. */
	@Update("""
			UPDATE dialogue_thread
			SET state = #{state}, waiting_since = #{waitingSince}, place = #{place}, assignee = #{assignee},
				undecided = #{undecided}, version = version + 1
			WHERE id = #{id}
			AND version = #{version}
			""")
	int act(Row row);

	/** What was learned about an answer is no act of the staff. */
	@Update("""
			UPDATE dialogue_thread
			SET state = #{state}, waiting_since = #{waitingSince}, place = #{place}, undecided = #{undecided}
			WHERE id = #{id}
			AND version = #{version}
			""")
	int settle(Row row);

	@Update("""
			UPDATE dialogue_thread
			SET follower_id = #{follower}
			WHERE id = #{id}
			AND follower_id IS NULL
			""")
	int know(@Param("id") long id, @Param("follower") long follower);

	@Update("""
			UPDATE dialogue_thread
			SET assignee = NULL, version = version + 1
			WHERE assignee = #{assignee}
			""")
	int leave(@Param("assignee") long assignee);

	@Update("""
			UPDATE dialogue_thread
			SET open_id = #{after}
			WHERE id = #{id}
			AND open_id = #{before}
			""")
	int exchangeOpenId(@Param("id") long id, @Param("before") byte[] before, @Param("after") byte[] after);

	@Delete("""
			DELETE FROM dialogue_thread
			WHERE id = #{id}
			""")
	int delete(@Param("id") long id);

	/** A conversation as it is stored; the openid is sealed. */
	record Row(long id, byte[] person, String appId, byte[] openId, State state, @Nullable Instant waitingSince,
			Instant spokeAt, long place, @Nullable Long assignee, int occasion, int undecided, Instant openedAt,
			long version) {

		/** The same as it stands when somebody waits since then, or nobody. */
		Row waiting(@Nullable Instant since, State otherwise) {
			State next = (since != null) ? State.WAITING : otherwise;
			return new Row(this.id, this.person, this.appId, this.openId, next, since, this.spokeAt,
					next.place((since != null) ? since : this.spokeAt), this.assignee, this.occasion, this.undecided,
					this.openedAt, this.version);
		}

		/** The same, heard of at this moment. */
		Row heard(Instant at) {
			boolean isAnew = this.state == State.CLOSED;
			Row heard = new Row(this.id, this.person, this.appId, this.openId, this.state, this.waitingSince, at,
					this.place, this.assignee, isAnew ? this.occasion + 1 : this.occasion, this.undecided,
					this.openedAt, this.version);
			return heard.waiting((this.waitingSince != null) ? this.waitingSince : at, State.WAITING);
		}

		/** The same in other hands, or nobody's. */
		Row of(@Nullable Long owner) {
			return new Row(this.id, this.person, this.appId, this.openId, this.state, this.waitingSince, this.spokeAt,
					this.place, owner, this.occasion, this.undecided, this.openedAt, this.version);
		}

		/** The same with more or fewer answers that wait for a decision. */
		Row undecided(int more) {
			return new Row(this.id, this.person, this.appId, this.openId, this.state, this.waitingSince, this.spokeAt,
					this.place, this.assignee, this.occasion, Math.max(0, this.undecided + more), this.openedAt,
					this.version);
		}

	}

	/** What is looked for, and after which row. */
	record Search(@Nullable Set<Long> assignees, boolean nobodys, @Nullable String appId, @Nullable State state,
			boolean undecided, @Nullable Long place, long id) {
	}

	/** How many wait, since when, and how many have something to decide. */
	record Count(int waiting, @Nullable Instant since, int undecided) {
	}

}
