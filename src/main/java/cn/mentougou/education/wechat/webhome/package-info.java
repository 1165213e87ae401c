/**
 * The first page in WeChat ({@code /h5}): who one is here, what one can do, what is kept
 * about one and how it is deleted; and what all those pages share: the frame
 * {@code h5/frame} with WeUI, large letters, entries that features declare as
 * {@link cn.mentougou.education.wechat.webhome.H5Entry}. It works without scripts and on
 * old telephones.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.access", "wechat.web" })
package cn.mentougou.education.wechat.webhome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
