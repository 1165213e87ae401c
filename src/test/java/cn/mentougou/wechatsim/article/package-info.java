/**
 * Articles on the platform: drafts with their limits, what they become once they are
 * published or sent, and the pages that readers open (接口文档 草稿箱).
 */
@NullMarked
package cn.mentougou.wechatsim.article;

import org.jspecify.annotations.NullMarked;
