/**
 * Where a text comes from and whether it is true (防范虚假信息): who compared exactly this
 * content with which document, and of a reprint whether the outlet stood on the list of
 * sources (稿源名单), what was agreed, what the platform's originality check said and whether
 * to go on.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "newsroom.news" })
package cn.mentougou.education.newsroom.provenance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
