/**
 * The account's own menu (自定义菜单): what the interface accepts, which of the menus a person
 * gets, and what a phone still shows of the one it fetched earlier.
 */
@NullMarked
package cn.mentougou.wechatsim.menu;

import org.jspecify.annotations.NullMarked;
