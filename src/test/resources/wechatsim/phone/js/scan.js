/** 扫一扫: which code lies before the camera. Scanning before following is what really brings parents in. */

import { act } from './actions.js';
import { api } from './api.js';
import { button, h } from './dom.js';
import { go } from './route.js';
import { account, store } from './store.js';
import { attempt, form, toast, told } from './sheet.js';

/** Only service accounts have codes with parameters. */
export function hasCodes(one) {
	return one.kind === 'service' || store.settings.strict === false;
}

export function scan() {
	return scanFor(store.accounts.find(hasCodes)?.appId);
}

/** Asks for a code: one that an account made, what a picture or a ticket says, or a bare scene. */
export async function scanFor(appId) {
	const codes = await attempt(async () => (await api.codes()).codes) || [];
	const fields = [{ name: 'content', label: '内容', placeholder: '粘贴 ticket 或图片地址' },
		{ name: 'scene', label: '场景值', placeholder: '没有二维码时，只写参数' }];
	const answer = await form('扫二维码', fields, '扫码', (close, [content]) => h('div', {},
			codes.length > 0 ? h('div', { class: 'codes', role: 'group', 'aria-label': '公众号生成过的二维码' }, codes.map((code) => one(code, close)))
				: h('p', { class: 'codes__none' }, '公众号还没有用接口生成过二维码。'),
			h('label', { class: 'codes__file' }, '从相册选一张图片', h('input', { class: 'unseen', type: 'file', accept: 'image/*', onchange: (event) => fromPicture(event.target, content) }))));
	if (answer?.content) {
		await look({ appId, type: 'scan', content: answer.content });
	}
	else if (answer?.scene) {
		await look({ appId, type: 'scan', scene: answer.scene });
	}
}

function one(code, close) {
	const scene = `${code.scene}${code.expired ? '（已过期）' : ''}`;
	return button(scene, () => close({ content: code.ticket }), { class: `codes__one${code.expired ? ' codes__one--over' : ''}` },
			h('img', { src: `/sim/codes/picture?ticket=${encodeURIComponent(code.ticket)}`, alt: '', width: 150, height: 150, loading: 'lazy' }),
			h('span', { class: 'codes__scene' }, scene),
			h('span', { class: 'codes__note' }, account(code.appId)?.name || code.appId, code.expiresAt ? '，临时' : '，永久'));
}

async function fromPicture(input, content) {
	const [file] = input.files;
	if (!file) {
		return;
	}
	await attempt(async () => {
		const read = await api.readCode(await asText(file));
		content.value = read.content;
		content.focus();
		toast('认出来了，请点“扫码”');
	});
}

function asText(file) {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result);
		reader.onerror = () => reject(new Error('这张图片读不出来'));
		reader.readAsDataURL(file);
	});
}

/** A code that is over, or no code at all, has a page of WeChat's own and nothing else happens. */
async function look(action) {
	try {
		const { appId } = await act(action);
		go('chat', appId);
	}
	catch (failure) {
		await told('扫码没有成功', failure.message || '模拟器没有回应');
	}
}
