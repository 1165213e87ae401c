package cn.mentougou.education.wechat.scene;

/** The number of a {@link SceneQrCode}. */
public record SceneQrCodeId(long value) {
}
