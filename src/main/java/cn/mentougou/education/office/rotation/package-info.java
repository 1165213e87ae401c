/**
 * The change of encryption keys: {@code java -jar … rotate-key} seals everything under
 * the first configured key, while the application runs, and says which keys are needed no
 * more.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy", "office.audit", "office.command" })
package cn.mentougou.education.office.rotation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
