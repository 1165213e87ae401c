/**
 * QR codes with parameters (带参二维码) of the service account: one for a school, a class, a
 * poster, a touch screen. The row of a code is written before the platform is asked for
 * it; permanent codes are counted against the account's limit, and codes of thirty days
 * are renewed ahead of time. A new follower who came by a code and an old one who scanned
 * it reach the same handler, which lets the feature behind the code answer: features
 * implement {@link cn.mentougou.education.wechat.scene.SceneTarget}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.console", "office.list", "office.credential",
		"office.audit", "office.job", "office.unit", "wechat.account", "wechat.envelope", "wechat.token", "wechat.call",
		"wechat.dispatch", "wechat.reply" })
package cn.mentougou.education.wechat.scene;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
