/**
 * The newsroom: what the district tells everybody about its schools, from the first line
 * of a draft to the last follower.
 */
@NullMarked
package cn.mentougou.education.newsroom;

import org.jspecify.annotations.NullMarked;
