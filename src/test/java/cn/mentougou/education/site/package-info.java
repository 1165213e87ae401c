/** Tests of what the public meets. */
@NullMarked
package cn.mentougou.education.site;

import org.jspecify.annotations.NullMarked;
