/**
 * What people prove themselves with: passwords (Argon2id, length, common ones refused),
 * one-time codes (TOTP, RFC 6238) and recovery codes. Pure rules without a database; who
 * has which stands in {@code office.signin}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.office.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
