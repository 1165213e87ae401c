package cn.mentougou.education.wechat.followerstatistics;

import java.util.Collection;
import java.util.Map;

/**
 * Knows where the QR code of a scene hangs: a school, a class, a kiosk. Implemented by
 * whoever makes the codes.
 */
public interface PlaceNames {

	/** The places of these scenes, in Chinese; a scene that is not known is left out. */
	Map<String, String> placesOf(String appId, Collection<String> scenes);

}
