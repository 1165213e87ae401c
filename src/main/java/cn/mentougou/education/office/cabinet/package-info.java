/**
 * Where files lie (文件柜): in one directory that all instances share, each content once,
 * under a name that tells nothing, encrypted in pieces whose order and end are part of
 * the seal. A file is whole or not there: it is written beside, forced to the disk and
 * renamed. What everybody may see can lie there in clear as well, for nginx to serve.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy", "office.doctor" })
package cn.mentougou.education.office.cabinet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
