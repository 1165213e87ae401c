package cn.mentougou.wechatsim.menu;

import java.util.List;

import cn.mentougou.wechatsim.world.MenuButton;

/** A menu for some of the followers. */
record ConditionalMenu(long menuId, List<MenuButton> buttons, MenuRule rule) {
}
