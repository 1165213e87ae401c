/**
 * How often the QR codes of the service account are scanned: by code and day in Beijing,
 * people who began to follow by it and followers who scanned it. Each push counts exactly
 * once, in the transaction that records it as done; who scanned is not written down.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.job", "office.list", "office.unit",
		"wechat.dispatch", "wechat.envelope", "wechat.inbox", "wechat.followerstatistics", "wechat.scene" })
package cn.mentougou.education.wechat.scenetally;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
