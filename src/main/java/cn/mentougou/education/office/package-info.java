/**
 * What every desk needs before it can work. The modules inside know no feature.
 */
@NullMarked
package cn.mentougou.education.office;

import org.jspecify.annotations.NullMarked;
