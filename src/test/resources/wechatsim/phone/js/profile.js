/** The page of one account: what it is, 关注公众号, and taking that back. */

import { act } from './actions.js';
import { api } from './api.js';
import { kindName, mark } from './avatars.js';
import { button, h } from './dom.js';
import { icon } from './icons.js';
import { massList } from './masses.js';
import { nav } from './nav.js';
import { noticeSettings } from './notices.js';
import { go } from './route.js';
import { account, follows, person } from './store.js';
import { attempt, confirmed } from './sheet.js';

const MODES = { plain: '明文', compatible: '兼容', safe: '安全' };

export function profile(appId) {
	const one = account(appId);
	if (!one) {
		return h('div', { class: 'view' }, nav('公众号', { back: () => go('chats') }), h('p', { class: 'view__empty' }, '没有这个公众号。'));
	}
	return h('div', { class: 'view view--white' },
			nav('', { back: () => go('chats'), plain: true }),
			h('div', { class: 'view__body' },
					h('div', { class: 'profile' }, mark(one, 64), h('div', { class: 'profile__words' },
							h('h2', { class: 'profile__name' }, one.name),
							h('p', { class: 'profile__kind' }, kindName(one), one.verified && h('span', { class: 'profile__verified' }, icon('check', 12), '已认证')))),
					h('dl', { class: 'facts' },
							fact('原始号', one.originalId), fact('AppID', one.appId), fact('消息加密', `${MODES[one.mode] || one.mode}模式`), fact('服务器', one.webhookUrl)),
					follows(appId) ? known(one) : unknown(one)));
}

function fact(name, value) {
	return h('div', { class: 'facts__row' }, h('dt', {}, name), h('dd', {}, value || '—'));
}

function known(one) {
	return h('div', { class: 'profile__actions' },
			button('发消息', () => go('chat', one.appId), { class: 'weui-btn weui-btn_primary', 'data-key': 'enter' }),
			one.kind === 'service' && button('订阅通知管理', () => noticeSettings(one), { class: 'weui-btn weui-btn_default', 'data-key': 'notices' }),
			button('群发记录', () => massList(one), { class: 'weui-btn weui-btn_default', 'data-key': 'masses' }),
			button('重新进入（取新菜单）', () => enterAfresh(one), { class: 'weui-btn weui-btn_default', 'data-key': 'afresh' }),
			button('不再关注', () => unfollow(one), { class: 'weui-btn weui-btn_default profile__leave', 'data-key': 'unfollow' }));
}

function unknown(one) {
	return h('div', { class: 'profile__actions' },
			button('关注公众号', () => follow(one), { class: 'weui-btn weui-btn_primary', 'data-key': 'follow' }),
			h('p', { class: 'profile__note' }, '关注后，模拟器会把关注事件推送给服务器'));
}

function follow(one) {
	return attempt(async () => {
		await act({ appId: one.appId, type: 'follow' });
		go('chat', one.appId);
	});
}

/** The phone forgets the menu that it fetched, as it does by itself after five minutes. */
function enterAfresh(one) {
	return attempt(async () => {
		await api.enter(person().id, one.appId, true);
		go('chat', one.appId);
	});
}

async function unfollow(one) {
	if (await confirmed('不再关注？', `不再关注“${one.name}”后，将不再收到它下发的消息。`, '不再关注')) {
		await attempt(async () => {
			await act({ appId: one.appId, type: 'unfollow' });
			go('account', one.appId);
		});
	}
}
