package cn.mentougou.education.newsroom.draft;

import java.util.Collection;
import java.util.List;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Reads how items stand, many at a time. */
@Mapper
interface StandingMapper {

	@Select("""
			<script>
			SELECT item.id, item.stage, item.title, version.content_hash
			FROM news_item item
			JOIN news_version version ON version.item_id = item.id AND version.number = item.version
			WHERE item.id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
			</script>
			""")
	List<Standings.Standing> of(@Param("ids") Collection<Long> ids);

}
