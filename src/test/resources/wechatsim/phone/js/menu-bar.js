/** The account's own menu, with pop-ups for its second level. */

import { act } from './actions.js';
import { openPage } from './browser.js';
import { button, h } from './dom.js';
import { icon } from './icons.js';
import { webAddress } from './rich-text.js';
import { attempt, toast } from './sheet.js';

export function menuBar(account, menu, toKeyboard) {
	const bar = h('div', { class: 'menubar', role: 'group', 'aria-label': '公众号菜单' });
	const close = () => {
		const pop = bar.querySelector('.menubar__pop:not([data-leaving])');
		if (pop) {
			// Taking it away takes the focus away too, which asks for closing once more.
			pop.dataset.leaving = 'true';
			pop.previousElementSibling.setAttribute('aria-expanded', 'false');
			pop.remove();
		}
	};
	bar.append(button('键盘', toKeyboard, { class: 'composer__icon composer__turn', 'aria-label': '切换到键盘' }, icon('keyboard', 28)),
			...menu.map((entry) => h('div', { class: 'menubar__slot' }, top(account, entry, close))));
	bar.addEventListener('keydown', (event) => {
		const opener = bar.querySelector('[aria-expanded="true"]');
		if (event.key === 'Escape' && opener) {
			close();
			opener.focus();
		}
	});
	bar.addEventListener('focusout', (event) => {
		if (!bar.contains(event.relatedTarget)) {
			close();
		}
	});
	return bar;
}

function top(account, entry, close) {
	const children = entry.sub || entry.sub_button || [];
	if (children.length === 0) {
		return button(entry.name, () => tap(account, entry), { class: 'menubar__top' });
	}
	const opener = button(entry.name, () => {
		const wasOpen = opener.getAttribute('aria-expanded') === 'true';
		close();
		if (!wasOpen) {
			opener.setAttribute('aria-expanded', 'true');
			const pop = h('div', { class: 'menubar__pop' }, children.map((child) => button(child.name, () => {
				close();
				tap(account, child);
			}, { class: 'menubar__sub' })));
			opener.after(pop);
			pop.querySelector('button').focus();
		}
	}, { class: 'menubar__top menubar__top--more', 'aria-expanded': 'false' }, icon('menu', 14), h('span', {}, entry.name));
	return opener;
}

function tap(account, entry) {
	const address = entry.type === 'view' && webAddress(entry.url);
	if (address) {
		openPage(address);
	}
	if (!entry.key && !entry.url) {
		toast('这个按钮打开一份素材，不推送事件');
		return null;
	}
	return attempt(() => act({ appId: account.appId, type: 'menu', ...(entry.key ? { key: entry.key } : { url: entry.url }) }));
}
