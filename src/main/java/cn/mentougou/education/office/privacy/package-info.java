/**
 * Protection of personal data at rest (个人信息保护法 Art. 51: encrypt and de-identify):
 * {@link cn.mentougou.education.office.privacy.Vault} seals content with AES-GCM under
 * keys that rotate, {@link cn.mentougou.education.office.privacy.LookupIndex} makes
 * values findable without keeping them, under a key that never rotates.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.office.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
