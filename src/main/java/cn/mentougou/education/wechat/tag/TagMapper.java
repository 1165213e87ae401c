package cn.mentougou.education.wechat.tag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

import cn.mentougou.education.shared.GeneratedKey;

/** The tags. */
@Mapper
interface TagMapper {

	@Select("""
			SELECT id, app_id, platform_id, name, new_name, state
			FROM account_tag
			WHERE id = #{id}
			""")
	Optional<AccountTag> find(@Param("id") long id);

	@Select("""
			SELECT id, app_id, platform_id, name, new_name, state
			FROM account_tag
			WHERE app_id = #{appId}
			ORDER BY id
			""")
	List<AccountTag> of(@Param("appId") String appId);

	@Select("""
			SELECT id, app_id, platform_id, name, new_name, state
			FROM account_tag
			WHERE state != 'READY'
			AND changed_at < #{before}
			ORDER BY id
			""")
	List<AccountTag> undecided(@Param("before") Instant before);

	@Insert("""
			INSERT INTO account_tag (app_id, name, state, changed_at)
			VALUES (#{appId}, #{name}, 'CREATING', #{at})
			""")
	@Options(useGeneratedKeys = true, keyProperty = "key.value", keyColumn = "id")
	int insert(@Param("appId") String appId, @Param("name") String name, @Param("at") Instant at,
			@Param("key") GeneratedKey key);

	/** Inserts a tag that the platform has and we did not. */
	@Insert("""
			INSERT INTO account_tag (app_id, platform_id, name, state, changed_at)
			VALUES (#{appId}, #{platformId}, #{name}, 'READY', #{at})
			""")
	int adopt(@Param("appId") String appId, @Param("platformId") int platformId, @Param("name") String name,
			@Param("at") Instant at);

	@Update("""
			UPDATE account_tag
			SET state = 'READY', platform_id = #{platformId}, changed_at = #{at}
			WHERE id = #{id}
			AND state = 'CREATING'
			""")
	int created(@Param("id") long id, @Param("platformId") int platformId, @Param("at") Instant at);

	@Update("""
			UPDATE account_tag
			SET state = 'RENAMING', new_name = #{name}, changed_at = #{at}
			WHERE id = #{id}
			AND state = 'READY'
			""")
	int rename(@Param("id") long id, @Param("name") String name, @Param("at") Instant at);

	@Update("""
			UPDATE account_tag
			SET state = 'READY', name = new_name, new_name = NULL, changed_at = #{at}
			WHERE id = #{id}
			AND state = 'RENAMING'
			""")
	int renamed(@Param("id") long id, @Param("at") Instant at);

	/** Also what a renaming comes to that the platform refused. */
	@Update("""
			UPDATE account_tag
			SET state = 'READY', name = #{name}, new_name = NULL, changed_at = #{at}
			WHERE id = #{id}
			AND state IN ('READY', 'RENAMING')
			""")
	int called(@Param("id") long id, @Param("name") String name, @Param("at") Instant at);

	@Update("""
			UPDATE account_tag
			SET state = 'DELETING', changed_at = #{at}
			WHERE id = #{id}
			AND state = 'READY'
			""")
	int delete(@Param("id") long id, @Param("at") Instant at);

	@Update("""
			UPDATE account_tag
			SET state = 'READY', changed_at = #{at}
			WHERE id = #{id}
			AND state = 'DELETING'
			""")
	int stays(@Param("id") long id, @Param("at") Instant at);

	@Delete("""
			DELETE FROM account_tag
			WHERE id = #{id}
			""")
	int gone(@Param("id") long id);

}
