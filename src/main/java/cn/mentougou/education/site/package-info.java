/**
 * What the public meets without signing in: pages and feeds, made of what other wings
 * show.
 */
@NullMarked
package cn.mentougou.education.site;

import org.jspecify.annotations.NullMarked;
