package cn.mentougou.education.wechat.scene;

/**
 * Somebody scanned a code.
 *
 * @param code the code
 * @param appId the service account
 * @param openId who scanned
 * @param isNew whether the person began to follow by it
 */
public record SceneVisit(SceneQrCode code, String appId, String openId, boolean isNew) {

	/** Keeps the person out of every log. */
	@Override
	public String toString() {
		return "SceneVisit[" + this.code.id().value() + " " + this.isNew + "]";
	}

}
