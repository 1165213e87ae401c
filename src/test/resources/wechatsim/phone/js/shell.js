/** The phone itself: its status line, the screens behind each address, and the bar of four at the bottom. */

import { button, h } from './dom.js';
import { icon } from './icons.js';
import { on, person, store, unread } from './store.js';
import { go, route } from './route.js';
import { hourMinute, simNow } from './time.js';
import { pickPerson } from './people.js';
import { chats, contacts } from './accounts.js';
import { discover, me } from './me.js';
import { profile } from './profile.js';
import { openChat } from './chat.js';

const TABS = [['chats', '微信'], ['contacts', '通讯录', 'contacts'], ['discover', '发现'], ['me', '我', 'person']];
const SCREENS = { chats, contacts, discover, me, account: profile, chat: openChat };

const clock = h('span', { class: 'status__time' });
let leave = null;

export function startPhone() {
	on('route', show);
	on('person', show);
	on('reloaded', show);
	on('state', () => !['chat'].includes(shown) && show());
	on('bubble', () => ['chats', 'contacts'].includes(shown) ? show() : badge());
	on('read', badge);
	tick();
	setInterval(tick, 1000);
	show();
}

let shown = null;

// A page that is drawn anew between press and release loses the tap: it waits for the release.
let pressed = false;
let overdue = false;

addEventListener('pointerdown', () => { pressed = true; }, true);
for (const end of ['pointerup', 'pointercancel']) {
	addEventListener(end, () => setTimeout(() => {
		pressed = false;
		if (overdue) {
			show();
		}
	}), true);
}

function show() {
	overdue = pressed;
	if (pressed) {
		return;
	}
	leave?.();
	leave = null;
	const { screen, appId } = route();
	if (!store.ready) {
		shown = 'waiting';
		return paint(h('div', { class: 'waiting', role: 'status' }, h('span', { class: 'weui-primary-loading waiting__spin' }), '正在连接模拟器…'));
	}
	if (!person()) {
		shown = 'people';
		return paint(pickPerson());
	}
	shown = SCREENS[screen] ? screen : 'chats';
	const page = SCREENS[shown](appId);
	leave = page.leave;
	paint(page.element || page, TABS.some(([name]) => name === shown) && tabBar());
	page.entered?.();
}

function paint(page, bar) {
	const frame = document.getElementById('screen');
	const kept = frame.querySelector('.layer');
	const focus = document.activeElement?.dataset?.key;
	frame.replaceChildren(statusLine(), page, ...(bar ? [bar] : []), h('div', { class: 'phone__home', 'aria-hidden': 'true' }), ...(kept ? [kept] : []));
	if (focus) {
		frame.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
	}
}

function statusLine() {
	return h('div', { class: 'status', 'aria-hidden': 'true' }, clock,
			h('span', { class: 'status__island' }),
			h('span', { class: 'status__right' }, h('i', { class: 'status__signal' }), h('b', {}, '5G'), h('i', { class: 'status__battery' })));
}

function tick() {
	clock.textContent = hourMinute(simNow());
}

function tabBar() {
	return h('nav', { class: 'tabbar', 'aria-label': '微信' }, TABS.map(([name, label, picture = name]) =>
		button(label, () => go(name), { class: `tabbar__item${shown === name ? ' tabbar__item--on' : ''}`, 'data-key': `tab-${name}`,
			'aria-current': shown === name ? 'page' : undefined },
		icon(picture, 26), h('span', {}, label), name === 'chats' && total())));
}

function total() {
	const count = store.accounts.reduce((sum, one) => sum + unread(one.appId), 0);
	return h('span', { class: 'weui-badge tabbar__badge', hidden: count === 0 }, count > 99 ? '99+' : `${count}`, h('span', { class: 'unseen' }, '条未读'));
}

function badge() {
	document.querySelector('.tabbar__badge')?.replaceWith(total());
	const back = document.querySelector('.nav__unread');
	if (back) {
		const count = store.accounts.filter((one) => one.appId !== route().appId).reduce((sum, one) => sum + unread(one.appId), 0);
		back.textContent = count ? `${count}` : '';
	}
}
