/**
 * 素材: pictures, voices and videos that an account has uploaded, for three days or for
 * good, with the platform's limits of size, form and time. The bytes are kept, so that
 * the phone can show them and the account can fetch them again.
 */
@NullMarked
package cn.mentougou.wechatsim.media;

import org.jspecify.annotations.NullMarked;
