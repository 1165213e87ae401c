package cn.mentougou.education.wechat.scenetally;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.mentougou.education.wechat.followerstatistics.PlaceNames;
import cn.mentougou.education.wechat.scene.SceneQrCode;
import cn.mentougou.education.wechat.scene.SceneQrCodeId;
import cn.mentougou.education.wechat.scene.SceneQrCodes;

/** Says where the code of a scene hangs, for the statistics of the followers. */
@Component
class ScenePlaces implements PlaceNames {

	private final SceneQrCodes codes;

	ScenePlaces(SceneQrCodes codes) {
		this.codes = codes;
	}

	@Override
	public Map<String, String> placesOf(String appId, Collection<String> scenes) {
		Map<String, Long> ids = new HashMap<>();
		for (String scene : scenes) {
			this.codes.ofScene(appId, scene).map(SceneQrCodeId::value).ifPresent((id) -> ids.put(scene, id));
		}
		Map<Long, SceneQrCode> known = this.codes.byIds(ids.values());
		Map<String, String> places = new HashMap<>();
		ids.forEach((scene, id) -> {
			SceneQrCode code = known.get(id);
			if (code != null) {
				places.put(scene, code.draft().kind().title() + "：" + code.draft().title());
			}
		});
		return places;
	}

}
