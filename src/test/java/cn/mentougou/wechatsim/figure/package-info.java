/**
 * What the platform counts: who read and shared which article on which day, and how many
 * followed (接口文档 数据统计). Phones count one by one; a crowd reads by chance, the same way
 * with the same seed.
 */
@NullMarked
package cn.mentougou.wechatsim.figure;

import org.jspecify.annotations.NullMarked;
