/**
 * Posters of the QR codes with parameters: one page to print and hang up that says whose
 * code it is, what happens after the scan and until when it holds. Every poster shows the
 * ticket that is the current one when it is asked for.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.print", "office.unit", "wechat.scene" })
package cn.mentougou.education.wechat.poster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
