/**
 * Counts the messages at the official accounts that no automatic answer was found for:
 * each is an enquiry through the net (网上咨询, 附表三 of the annual report), asked when and by
 * which account, answered when and by whom. It holds no personal data, so its rows stay
 * when what people wrote is erased. {@code wechat.dialogue} writes it in the message's
 * own transaction; the enquiry desk and the reports read it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.wechat.unanswered;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
