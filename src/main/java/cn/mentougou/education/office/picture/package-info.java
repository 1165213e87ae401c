/**
 * Pictures are drawn anew before they are kept: what is left is the picture and nothing
 * else, neither the place where a child was photographed (EXIF, GPS) nor another file
 * behind it. Sizes are read from the header before anything is decoded, and decoding is
 * bounded in memory.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.inspection" })
package cn.mentougou.education.office.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
