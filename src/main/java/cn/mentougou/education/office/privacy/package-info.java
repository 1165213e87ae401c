/**
 * Protection of personal data at rest (个人信息保护法 Art. 51: encrypt and de-identify):
 * {@link cn.mentougou.education.office.privacy.Vault} seals content with AES-GCM under
 * keys that rotate, {@link cn.mentougou.education.office.privacy.LookupIndex} makes
 * values findable without keeping them, under a key that never rotates, and
 * {@link cn.mentougou.education.office.privacy.Mask} shows no more than a list needs.
 * Whoever keeps sealed values declares a
 * {@link cn.mentougou.education.office.privacy.SealedRegister}, and whoever keeps data of
 * people a {@link cn.mentougou.education.office.privacy.PersonalDataHolder}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package cn.mentougou.education.office.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
