/** One conversation: the log of bubbles above, menu or keyboard below. */

import { api } from './api.js';
import { face, mark } from './avatars.js';
import { bubbleView } from './bubbles.js';
import { composer } from './composer.js';
import { button, h } from './dom.js';
import { nav } from './nav.js';
import { go, swap } from './route.js';
import { account, bubblesOf, follows, markRead, on, person, store } from './store.js';
import { attempt } from './sheet.js';
import { chatTime, instant } from './time.js';

const GAP = 5 * 60e3;

let open = null;

on('bubble', (bubble) => open?.appId === bubble.appId && open.add(bubble));
on('push', (push) => open?.appId === push.appId && open.progress(push));
on('state', () => open?.changed());

export function openChat(appId) {
	const one = account(appId);
	if (!one || !follows(appId)) {
		// Only followers can write, as on a real phone.
		queueMicrotask(() => swap(...(one ? ['account', appId] : ['chats'])));
		return h('div', { class: 'view' });
	}
	const log = h('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': `与${one.name}的对话`, tabindex: 0 });
	const input = composer(one, null);
	const element = h('div', { class: 'view view--chat' },
			nav(one.name, { back: () => go('chats'), action: { label: '公众号资料', icon: 'person', run: () => go('account', appId) } }),
			log, input);
	const chat = conversation(one, log, element);
	chat.enter(false);
	bubblesOf(appId).forEach((bubble) => chat.add(bubble, true));
	return { element, leave: () => {
		open = null;
	}, entered: () => {
		open = chat;
		chat.toEnd();
		markRead(appId);
		document.querySelector('.nav__unread')?.closest('button')?.setAttribute('aria-label', '返回聊天列表');
	} };
}

function conversation(one, log, element) {
	let last = 0;
	const waiting = new Map();
	let menu = JSON.stringify(one.menu);
	const chat = {
		appId: one.appId,
		toEnd: () => log.scrollTo({ top: log.scrollHeight }),
		add(bubble, old) {
			const at = instant(bubble.at);
			if (at - last > GAP || last === 0) {
				log.append(h('p', { class: 'log__time' }, chatTime(at)));
			}
			last = at;
			const row = bubbleView(bubble, bubble.side === 'me' ? face(person(), 40) : mark(one, 40), one);
			if (!old) {
				row.classList.add('msg--new');
			}
			log.append(row);
			follow(bubble, row);
			if (!old) {
				chat.toEnd();
				markRead(one.appId);
			}
		},
		/** What the phone shows is what it fetched, which may be older than what the account has. */
		async enter(fresh) {
			const shown = await attempt(() => api.enter(person().id, one.appId, fresh));
			element.querySelector('.log__fresh')?.remove();
			element.lastElementChild.replaceWith(composer(one, shown?.buttons || []));
			if (shown?.outdated) {
				outdated();
			}
			chat.toEnd();
		},
		progress(push) {
			waiting.get(push.id)?.(push);
		},
		changed() {
			const now = account(one.appId);
			if (!now || !follows(one.appId)) {
				swap(...(now ? ['account', one.appId] : ['chats']));
			}
			else if (JSON.stringify(now.menu) !== menu) {
				menu = JSON.stringify(now.menu);
				outdated();
			}
		},
	};
	function outdated() {
		if (!element.querySelector('.log__fresh')) {
			log.after(h('div', { class: 'log__fresh', role: 'status' }, '公众号换了菜单，手机最多 5 分钟后更新',
					button('重新进入', () => chat.enter(true), { class: 'log__enter' })));
		}
	}
	function follow(bubble, row) {
		const status = row.querySelector('.msg__status');
		if (status && bubble.pushId) {
			const update = (push) => status.setAttribute('data-state', push.state === 'delivering' ? 'delivering' : push.state === 'failed' ? 'failed' : 'done');
			waiting.set(bubble.pushId, update);
			const push = store.pushes.get(bubble.pushId);
			if (push) {
				update(push);
			}
		}
	}
	return chat;
}
