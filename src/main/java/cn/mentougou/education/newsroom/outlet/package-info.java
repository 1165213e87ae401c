/**
 * The outlets (媒体): newspapers, stations and sites that write about the district's
 * schools or whose texts are reprinted, with whom to call there. Whether an outlet stands
 * on the list of sources that may be reprinted (稿源名单, 互联网新闻信息服务管理规定 Art. 15) is a fact
 * with a date and a place on that list, which somebody looked up; nothing is presumed of
 * anybody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.privacy", "office.audit" })
package cn.mentougou.education.newsroom.outlet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
