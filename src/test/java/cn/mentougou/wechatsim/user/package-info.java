/**
 * What the platform tells an account of its followers and lets it note about them:
 * profiles and lists, remarks, tags and the blacklist (接口文档 用户管理).
 */
@NullMarked
package cn.mentougou.wechatsim.user;

import org.jspecify.annotations.NullMarked;
