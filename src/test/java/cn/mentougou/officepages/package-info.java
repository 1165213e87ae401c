/**
 * Pages of the office as people see and use them, in a browser on the whole application.
 */
@NullMarked
package cn.mentougou.officepages;

import org.jspecify.annotations.NullMarked;
