/**
 * Custom menus (自定义菜单) as content: what a menu is made of, everything the platform and
 * the house demand of one, what its entries lead to, and the menus that an account begins
 * with. Features say through {@link cn.mentougou.education.wechat.menu.MenuTargets} which
 * keys they answer and which pages they offer. Nothing here calls the platform or writes
 * a table. Platform facts are from the official pages on custom menus (自定义菜单).
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "shared", "wechat.account", "wechat.envelope", "wechat.dispatch" })
package cn.mentougou.education.wechat.menu;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
