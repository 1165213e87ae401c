/**
 * The markup of the news: what may stand in an item, and how anything that people type,
 * paste or send is brought into it. Pure: no database, no network. Everything ends in one
 * allow-list, whatever was done before; a text goes through it on writing and again
 * before it is sent or shown. A paste from Word or from an article of WeChat is told what
 * went, above all tracked changes and comments, which are not meant for readers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared" })
package cn.mentougou.education.newsroom.markup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
