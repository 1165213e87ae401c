/** The first screen: who is holding the phone. */

import { api } from './api.js';
import { face } from './avatars.js';
import { button, h } from './dom.js';
import { icon } from './icons.js';
import { guide } from './hint.js';
import { choose, reload, store } from './store.js';
import { go } from './route.js';
import { attempt, form } from './sheet.js';

const FIRST = ['朵朵妈妈', '浩然爸爸', '李老师'];
const NAMES = ['朵朵妈妈', '浩然爸爸', '一诺奶奶', '梓涵妈妈', '天天爸爸', '李老师', '安安姥姥', '乐乐妈妈', '晨晨爸爸', '陈先生', '思齐妈妈', '佳佳爷爷'];

export function pickPerson() {
	return h('div', { class: 'people' },
			h('div', { class: 'people__head' },
					h('img', { class: 'people__logo', src: 'img/icon.svg', alt: '', width: 64, height: 64 }),
					h('h2', { class: 'people__title' }, '选一个人，拿起手机'),
					h('p', { class: 'people__text' }, '每个人各有自己的关注和聊天记录')),
			h('ul', { class: 'people__list' }, store.persons.map((one) => h('li', {}, button(one.nickname, () => enter(one.id),
					{ class: 'people__one', 'data-person': one.id },
					face(one, 56), h('span', { class: 'people__name' }, one.nickname),
					h('small', {}, one.following?.length ? `已关注 ${one.following.length} 个` : '还没有关注')))), suggestions()),
			h('div', { class: 'people__new' },
					button('一键新建', () => create(freshName()), { class: 'weui-btn weui-btn_primary people__create' }, icon('plus', 20), '一键新建一个人'),
					button('自己起名', ask, { class: 'people__named' }, '自己起名…')),
			guide());
}

/** Where nobody lives yet, three people wait to be brought to life by one tap. */
function suggestions() {
	return store.persons.length > 0 ? [] : FIRST.map((nickname) => h('li', {}, button(nickname, () => create(nickname),
			{ class: 'people__one', 'data-new': nickname }, face({ nickname }, 56), h('span', { class: 'people__name' }, nickname), h('small', {}, '点一下开始'))));
}

export async function enter(personId) {
	await attempt(async () => {
		await choose(personId);
		go('chats');
	});
}

async function create(nickname) {
	await attempt(async () => {
		const born = await api.addPerson(nickname);
		await reload();
		await enter(born.id);
	});
}

async function ask() {
	const answer = await form('新建一个人', [{ name: 'nickname', label: '昵称', placeholder: '例如：小雨妈妈' }], '完成');
	if (answer?.nickname) {
		await create(answer.nickname);
	}
}

function freshName() {
	const taken = new Set(store.persons.map((one) => one.nickname));
	return NAMES.find((name) => !taken.has(name)) || `${NAMES[store.persons.length % NAMES.length]}${store.persons.length}`;
}
