/** One push, opened: its attempts, and what went over the wire in both directions, clear and sealed. */

import { api } from './api.js';
import { button, h } from './dom.js';
import { icon } from './icons.js';
import { sheetOf } from './markup.js';
import { attempt } from './sheet.js';
import { account, person, tell } from './store.js';
import { clockTime, duration } from './time.js';
import { noteText } from './notes.js';
import { pushName, STATES, VERDICTS } from './words.js';

const chosen = new Map();

export function pushDetail(push, back) {
	const root = h('div', { class: 'detail__in' });
	const show = () => root.replaceChildren(...inside(push, back, show));
	show();
	return [root];
}

function inside(push, back, show) {
	const one = push.attempts.find((each) => each.nr === chosen.get(push.id)) || push.attempts.at(-1);
	return [
		h('header', { class: 'detail__head' },
				button('返回列表', back, { class: 'detail__back', 'aria-label': '返回列表' }, icon('back', 22)),
				h('div', { class: 'detail__words' },
						h('h3', { class: 'detail__title' }, `${pushName(push)}推送`, h('span', { class: `state state--${push.state}` }, STATES[push.state] || push.state),
								push.redeliveryOf && h('span', { class: 'state state--silent' }, '再投递')),
						h('p', { class: 'detail__text' }, `${clockTime(push.at)}　${person(push.personId)?.nickname || '—'} → ${account(push.appId)?.name || push.appId}`)),
				button('再投递一次', (event) => again(push, event.currentTarget), { class: 'plain-button detail__again' }, icon('repeat', 18), '再投递一次')),
		h('div', { class: 'attempts', role: 'group', 'aria-label': '各次投递' }, push.attempts.map((each) => attemptCard(each, each === one, () => {
			chosen.set(push.id, each.nr);
			show();
		}))),
		...(one ? papers(push, one) : [h('p', { class: 'detail__text' }, '正在投递…')]),
	];
}

async function again(push, control) {
	control.disabled = true;
	await attempt(async () => {
		await api.redeliver(push.id);
		tell('redelivered');
	});
	control.disabled = false;
}

function attemptCard(one, on, run) {
	return button(`第 ${one.nr} 次`, run, { class: `attempt verdict--${one.verdict || 'running'}`, 'aria-pressed': String(on) },
			h('span', { class: 'attempt__nr' }, `第 ${one.nr} 次`),
			h('span', { class: 'attempt__verdict' }, VERDICTS[one.verdict] || (one.verdict ? one.verdict : '等待回应…')),
			h('span', { class: 'attempt__time' }, duration(one.verdict ? one.durationMillis : null), one.httpStatus ? `　HTTP ${one.httpStatus}` : ''));
}

function papers(push, one) {
	const sealed = (text) => typeof text === 'string' && text.includes('<Encrypt>');
	const waiting = one.verdict ? '（没有收到回应）' : '（等待回应…）';
	return [
		one.note && h('p', { class: 'detail__note' }, icon('warn', 18), noteText(one.note)),
		address(one.url),
		h('div', { class: 'ways' },
				h('section', { class: 'way', 'aria-label': '平台发给服务器' }, h('h4', { class: 'way__title' }, '平台 → 服务器'),
						sealed(one.requestBody) && sheetOf('推送明文', push.clearXml),
						sealed(one.requestBody) ? sheetOf('线上密文', one.requestBody, { wire: true, note: size(one.requestBody) })
							: sheetOf('推送明文', one.requestBody || push.clearXml, { note: '没有加密' })),
				h('section', { class: 'way', 'aria-label': '服务器回给平台' }, h('h4', { class: 'way__title' }, '服务器 → 平台'),
						sealed(one.answerWire) && sheetOf('回复明文', one.answerClear, { empty: '（解不开）' }),
						sealed(one.answerWire) ? sheetOf('线上密文', one.answerWire, { wire: true, note: size(one.answerWire) })
							: sheetOf('回应原文', one.answerWire, { empty: waiting, note: size(one.answerWire) }))),
	].filter(Boolean);
}

function size(text) {
	return text ? `${new TextEncoder().encode(text).length} 字节` : '';
}

/** The address with its query in a table: signature, timestamp and nonce are what newcomers look for. */
function address(text) {
	const [base, query = ''] = String(text || '').split('?');
	return h('details', { class: 'address' },
			h('summary', { class: 'address__head' }, h('b', {}, 'POST'), h('span', { class: 'address__base' }, base), h('span', { class: 'address__more' }, '签名参数')),
			h('dl', { class: 'address__query' }, [...new URLSearchParams(query)].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))));
}
