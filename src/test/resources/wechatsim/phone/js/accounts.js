/** The lists of accounts: chats with their last message, and the address book by kind. */

import { kindName, mark } from './avatars.js';
import { button, h } from './dom.js';
import { go } from './route.js';
import { scan } from './scan.js';
import { bubblesOf, follows, store, unread } from './store.js';
import { nav } from './nav.js';
import { instant, listTime } from './time.js';
import { summary } from './summary.js';

export function chats() {
	const followed = store.accounts.filter((one) => follows(one.appId)).sort((a, b) => lastAt(b) - lastAt(a));
	const others = store.accounts.filter((one) => !follows(one.appId));
	return h('div', { class: 'view' },
			nav('微信', { action: { label: '扫一扫', icon: 'scan', run: scan } }),
			h('div', { class: 'view__body' },
					followed.length > 0 && h('ul', { class: 'rows', 'aria-label': '聊天' }, followed.map(chatRow)),
					followed.length === 0 && h('p', { class: 'view__empty' }, '还没有聊天。先关注下面的公众号吧。'),
					others.length > 0 && h('h3', { class: 'rows__title' }, '可以关注的公众号'),
					others.length > 0 && h('ul', { class: 'rows', 'aria-label': '可以关注的公众号' }, others.map(otherRow))));
}

export function contacts() {
	const group = (kind, title) => {
		const some = store.accounts.filter((one) => one.kind === kind);
		return some.length > 0 && [h('h3', { class: 'rows__title' }, title), h('ul', { class: 'rows', 'aria-label': title }, some.map(otherRow))];
	};
	return h('div', { class: 'view' },
			nav('通讯录'),
			h('div', { class: 'view__body' }, group('subscription', '订阅号'), group('service', '服务号')));
}

function lastAt(account) {
	return instant(bubblesOf(account.appId).at(-1)?.at || 0);
}

function chatRow(account) {
	const last = bubblesOf(account.appId).at(-1);
	const count = unread(account.appId);
	return h('li', {}, button(account.name, () => go('chat', account.appId), { class: 'row', 'data-key': `chat-${account.appId}`, 'data-app': account.appId },
			h('span', { class: 'row__mark' }, mark(account, 48), count > 0 && h('span', { class: 'weui-badge row__dot' }, `${count}`, h('span', { class: 'unseen' }, '条未读'))),
			h('span', { class: 'row__main' },
					h('span', { class: 'row__line' }, h('span', { class: 'row__name' }, account.name), h('span', { class: 'row__time' }, last ? listTime(last.at) : '')),
					h('span', { class: 'row__line' }, h('span', { class: 'row__text' }, last ? summary(last) : '已关注，打个招呼吧'), h('span', { class: 'tag' }, kindName(account))))));
}

function otherRow(account) {
	const known = follows(account.appId);
	return h('li', {}, button(account.name, () => go('account', account.appId), { class: 'row', 'data-key': `account-${account.appId}`, 'data-app': account.appId },
			h('span', { class: 'row__mark' }, mark(account, 48)),
			h('span', { class: 'row__main' },
					h('span', { class: 'row__line' }, h('span', { class: 'row__name' }, account.name), h('span', { class: known ? 'row__state' : 'row__state row__state--go' }, known ? '已关注' : '未关注')),
					h('span', { class: 'row__line' }, h('span', { class: 'row__text' }, account.verified ? '已认证' : '未认证'), h('span', { class: 'tag' }, kindName(account))))));
}
