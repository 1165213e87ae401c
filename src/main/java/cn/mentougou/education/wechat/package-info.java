/**
 * The channel: everything that touches the WeChat platform (微信公众平台). The modules inside
 * say what each does; nothing outside this wing speaks the platform's protocol.
 */
@NullMarked
package cn.mentougou.education.wechat;

import org.jspecify.annotations.NullMarked;
