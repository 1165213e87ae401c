/** The interfaces that the server called, newest first, each with what it asked and what it got. */

import { h } from './dom.js';
import { icon } from './icons.js';
import { sheetOf } from './markup.js';
import { account, on, store } from './store.js';
import { clockTime, duration, instant } from './time.js';
import { pathName } from './words.js';

export function apiPanel() {
	const list = h('div', { class: 'calls', role: 'group', 'aria-label': '接口调用，新的在上' });
	const empty = h('div', { class: 'blank' }, icon('api', 44), h('p', { class: 'blank__title' }, '还没有接口调用'), h('p', {}, '服务器取令牌、发客服消息时，调用的每个接口都会列在这里。'));
	const settle = () => {
		empty.hidden = store.calls.size > 0;
	};
	on('reloaded', () => {
		list.replaceChildren(...[...store.calls.values()].sort((a, b) => instant(b.at) - instant(a.at)).map(callView));
		settle();
	});
	on('call', (call) => {
		const before = list.querySelector(`[data-call="${CSS.escape(String(call.id))}"]`);
		before ? before.replaceWith(callView(call)) : list.prepend(callView(call));
		settle();
	});
	return h('div', { class: 'callroom' }, list, empty);
}

function callView(call) {
	const code = errcode(call);
	return h('details', { class: 'call', 'data-call': call.id },
			h('summary', { class: 'call__head' },
					h('span', { class: 'call__method' }, call.method),
					h('span', { class: 'call__words' }, h('span', { class: 'call__name' }, pathName(call.path) || call.path),
							h('span', { class: 'call__path' }, `${call.path}　${account(call.appId)?.name || call.appId || ''}`)),
					call.fault && h('span', { class: 'call__fault' }, icon('bolt', 14), '故障注入'),
					h('span', { class: `call__code${code === 0 && ok(call) ? '' : ' call__code--bad'}` }, code === 0 && ok(call) ? '成功' : code ? `errcode ${code}` : call.status ? `HTTP ${call.status}` : '未回应'),
					h('span', { class: 'call__time' }, h('span', {}, clockTime(call.at)), h('span', {}, duration(call.durationMillis)))),
			h('div', { class: 'call__body' },
					h('p', { class: 'call__query' }, call.query ? `?${call.query}` : '', call.requestId ? `　编号 ${call.requestId}` : ''),
					call.fault && h('p', { class: 'detail__note' }, icon('bolt', 18), `注入的故障：${faultText(call.fault)}`),
					h('div', { class: 'ways' }, sheetOf('请求', call.requestBody, { empty: '（没有请求体）' }), sheetOf('回应', call.answer, { empty: '（没有回应）' }))));
}

function faultText(fault) {
	return typeof fault === 'string' ? fault : JSON.stringify(fault);
}

function ok(call) {
	return !call.status || (call.status >= 200 && call.status < 300);
}

function errcode(call) {
	try {
		return JSON.parse(call.answer).errcode ?? 0;
	}
	catch {
		return call.answer ? 0 : null;
	}
}
