/**
 * Where messages wait while MySQL is out of reach: an append-only file on this machine,
 * sealed, each record with length and checksum and forced to the disk before the platform
 * is answered. A torn record at the end, from a crash while it was written, is left out:
 * its message was not answered and comes again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy" })
package cn.mentougou.education.wechat.spool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
