/** The browser inside WeChat: a page that a menu or an article leads to, over the chat it came from. */

import { button, h } from './dom.js';
import { icon } from './icons.js';
import { store } from './store.js';

/** The platform must know whose phone opens it. */
export function asPerson(address) {
	return store.personId ? `/sim/open?person=${encodeURIComponent(store.personId)}&url=${encodeURIComponent(address)}` : address;
}

/** Opens a page on the phone; it may look at nothing of ours, and goes away with its cross. */
export function openPage(address) {
	const screen = document.getElementById('screen');
	const before = document.activeElement;
	const covered = [...screen.children];
	const close = () => {
		layer.remove();
		covered.forEach((one) => one.removeAttribute('inert'));
		before?.focus?.();
	};
	const shut = button('关闭', close, { class: 'nav__button', 'aria-label': '关闭网页' }, icon('close'));
	const layer = h('div', { class: 'layer web', role: 'dialog', 'aria-modal': 'true', 'aria-label': '网页',
		onkeydown: (event) => event.key === 'Escape' && close() },
	h('header', { class: 'nav' },
			h('div', { class: 'nav__side' }, shut),
			h('h2', { class: 'nav__title web__title' }, new URL(address).host),
			h('div', { class: 'nav__side nav__side--end' })),
	h('iframe', { class: 'web__page', src: asPerson(address), title: '网页内容', referrerpolicy: 'no-referrer',
		sandbox: 'allow-scripts allow-forms allow-same-origin allow-popups' }),
	h('p', { class: 'web__foot' }, '页面不让嵌入时这里是空白：',
			h('a', { href: asPerson(address), target: '_blank', rel: 'noopener noreferrer' }, '在新标签页打开')));
	covered.forEach((one) => one.setAttribute('inert', ''));
	screen.append(layer);
	shut.focus();
}
