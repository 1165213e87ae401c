/**
 * Backup and restore (备份与恢复, GB/T 22239-2019, 8.1.4.9) as commands of the jar, without
 * any client tool: every table of the database at one moment, and every stored file. What
 * is sealed stays sealed; the keys themselves are never in a backup, only their ids.
 * <p>
 * A backup is a directory: {@code manifest.json}, written last; a file for each table in
 * {@code tables} (zipped lines, one JSON array a row, in the order of the primary key,
 * each value a text, null for NULL, Base64 for bytes); {@code files} as they were;
 * {@code files.sha256} for {@code sha256sum -c}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.audit", "office.command", "office.privacy" })
package cn.mentougou.education.office.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
