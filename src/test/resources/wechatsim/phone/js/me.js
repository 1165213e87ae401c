/** 发现 and 我: the way to the camera, and changing who holds the phone. */

import { api } from './api.js';
import { face } from './avatars.js';
import { button, h } from './dom.js';
import { icon } from './icons.js';
import { nav } from './nav.js';
import { person, reload, store } from './store.js';
import { attempt, choices, form } from './sheet.js';
import { enter } from './people.js';
import { scan } from './scan.js';

export function discover() {
	return h('div', { class: 'view' }, nav('发现'), h('div', { class: 'view__body' },
			cell('scan', '扫一扫', '扫公众号的带参二维码', scan)));
}

export function me() {
	const one = person();
	return h('div', { class: 'view' }, nav('我', { plain: true }), h('div', { class: 'view__body' },
			h('div', { class: 'card' }, face(one, 64), h('div', {},
					h('p', { class: 'card__name' }, one.nickname),
					h('p', { class: 'card__text' }, `编号：${one.id}`),
					h('p', { class: 'card__text' }, one.following?.length ? `关注了 ${one.following.length} 个公众号` : '还没有关注公众号'))),
			cell('person', '换一个人', '', change),
			cell('repeat', '重新读取聊天记录', '', () => attempt(reload))));
}

function cell(picture, label, note, run) {
	return button(label, run, { class: 'cell', 'data-key': `cell-${picture}` },
			h('span', { class: `cell__icon cell__icon--${picture}` }, icon(picture, 24)), h('span', { class: 'cell__label' }, label),
			h('span', { class: 'cell__note' }, note), icon('right', 16));
}

async function change() {
	const items = store.persons.map((one) => ({ label: one.nickname, value: one.id }));
	const chosen = await choices('换谁拿手机？', [...items, { label: '新建一个人…', value: '' }]);
	if (chosen) {
		await enter(chosen);
	}
	else if (chosen === '') {
		const answer = await form('新建一个人', [{ name: 'nickname', label: '昵称', placeholder: '例如：小雨妈妈' }], '完成');
		if (answer?.nickname) {
			const born = await attempt(() => api.addPerson(answer.nickname));
			await attempt(reload);
			await enter(born.id);
		}
	}
}
