package cn.mentougou.wechatsim.action;

import org.jspecify.annotations.Nullable;

/**
 * One deed of a person towards an account, in the form in which the phone page sends it.
 */
public record UserAction(String appId, String type, @Nullable String content, @Nullable String recognition,
		@Nullable String scene, @Nullable String key, @Nullable String url, @Nullable String title,
		@Nullable String description, @Nullable Double latitude, @Nullable Double longitude, @Nullable String label,
		@Nullable String picUrl) {

	/** A deed that needs no more than its name. */
	public static UserAction of(String appId, String type) {
		return new UserAction(appId, type, null, null, null, null, null, null, null, null, null, null, null);
	}

	public UserAction content(String value) {
		return new UserAction(appId, type, value, recognition, scene, key, url, title, description, latitude, longitude,
				label, picUrl);
	}

	public UserAction recognition(@Nullable String value) {
		return new UserAction(appId, type, content, value, scene, key, url, title, description, latitude, longitude,
				label, picUrl);
	}

	public UserAction scene(String value) {
		return new UserAction(appId, type, content, recognition, value, key, url, title, description, latitude,
				longitude, label, picUrl);
	}

	public UserAction key(String value) {
		return new UserAction(appId, type, content, recognition, scene, value, url, title, description, latitude,
				longitude, label, picUrl);
	}

	public UserAction url(String value) {
		return new UserAction(appId, type, content, recognition, scene, key, value, title, description, latitude,
				longitude, label, picUrl);
	}

	public UserAction titled(String newTitle, String newDescription) {
		return new UserAction(appId, type, content, recognition, scene, key, url, newTitle, newDescription, latitude,
				longitude, label, picUrl);
	}

	public UserAction at(double newLatitude, double newLongitude, @Nullable String newLabel) {
		return new UserAction(appId, type, content, recognition, scene, key, url, title, description, newLatitude,
				newLongitude, newLabel, picUrl);
	}

	public UserAction picUrl(@Nullable String value) {
		return new UserAction(appId, type, content, recognition, scene, key, url, title, description, latitude,
				longitude, label, value);
	}

}
