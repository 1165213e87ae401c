/**
 * Items as articles of WeChat: what the platform takes of a text, what it would cut or
 * drop without a word, and the pictures, which it shows only from its own store. All that
 * is lost or changed is told before anybody approves. Pictures are brought there once for
 * each account and content: an intent first, the call outside any transaction, its
 * outcome recorded; a lost answer may be repeated, since a picture that lies there twice
 * harms nobody, and is counted. Platform facts: 草稿箱, 永久素材, 上传图文消息内的图片.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "office.attachment", "office.inspection", "wechat.token",
		"wechat.call", "newsroom.markup", "newsroom.news" })
package cn.mentougou.education.newsroom.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
