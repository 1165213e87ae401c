/** The switches that make things go wrong, each with one sentence on what will happen; and the clock. */

import { api } from './api.js';
import { button, h } from './dom.js';
import { API_FAULTS, PUSH_FAULTS } from './fault-list.js';
import { icon } from './icons.js';
import { loadFaults, on, reload, store, takeState, tell } from './store.js';
import { go } from './route.js';
import { attempt, toast } from './sheet.js';

export function activeFaults() {
	return store.faults.length + PUSH_FAULTS.filter((one) => store.pushOptions[one.option]).length;
}

export function faultPanel() {
	const root = h('div', { class: 'faults' });
	const show = () => {
		const focus = document.activeElement?.dataset?.fault;
		root.replaceChildren(...groups());
		if (focus) {
			root.querySelector(`[data-fault="${CSS.escape(focus)}"]`)?.focus();
		}
	};
	for (const topic of ['reloaded', 'state', 'faults']) {
		on(topic, show);
	}
	show();
	return root;
}

function groups() {
	return [
		group('push', '推送出错', '平台推给服务器的消息会怎样', [attempts(), ...PUSH_FAULTS.map((one) =>
			toggle(one, Boolean(store.pushOptions[one.option]), (yes) => option(one, yes)))]),
		group('api', '接口出错', '服务器调用平台接口时会怎样', API_FAULTS.map((one) => toggle(one, Boolean(running(one)), (yes) => fault(one, yes)))),
		group('clock', '时钟与重来', '48 小时的窗口、令牌的有效期都看这只钟', [clockRow(), resetRow()]),
	];
}

function group(picture, title, text, rows) {
	return h('section', { class: `faultgroup faultgroup--${picture}`, 'aria-label': title },
			h('header', { class: 'faultgroup__head' }, h('span', { class: 'faultgroup__icon' }, icon(picture, 20)), h('div', {}, h('h3', {}, title), h('p', {}, text))), rows);
}

function toggle(one, yes, turn) {
	const known = one.option === undefined || one.option in store.pushOptions;
	return h('label', { class: `fault${yes ? ' fault--on' : ''}`, hidden: !known },
			h('span', { class: 'fault__words' }, h('span', { class: 'fault__name' }, one.name), h('span', { class: 'fault__text' }, one.text)),
			h('input', { class: 'weui-switch', type: 'checkbox', role: 'switch', 'data-fault': one.name, 'aria-label': one.name,
				checked: yes, onchange: (event) => turn(event.target.checked) }));
}

function running(one) {
	return store.faults.find((each) => each.action === one.fault.action && (each.errcode || 0) === (one.fault.errcode || 0)
			&& (each.match?.path ?? null) === (one.fault.match?.path ?? null));
}

async function option(one, yes) {
	await attempt(async () => takeState(await stateAfter(api.pushOptions({ [one.option]: yes }))));
	tell('faults');
}

async function fault(one, yes) {
	await attempt(() => yes ? api.addFault(one.fault) : api.dropFault(running(one).id));
	await attempt(loadFaults);
}

async function stateAfter(work) {
	await work;
	return api.state();
}

function attempts() {
	const now = store.settings.attempts;
	return h('div', { class: 'fault' },
			h('span', { class: 'fault__words' }, h('span', { class: 'fault__name' }, '最多投递几次'),
					h('span', { class: 'fault__text' }, '服务器 5 秒内没有正确回应，平台就用同一条消息再投，直到这个次数。')),
			h('span', { class: 'stepper', role: 'group', 'aria-label': '最多投递几次' }, [1, 2, 3, 4].map((count) =>
				button(`${count}`, () => attempt(async () => takeState(await stateAfter(api.settings({ attempts: count })))),
						{ class: 'stepper__one', 'aria-pressed': String(count === now), 'data-fault': `attempts-${count}`, 'aria-label': `${count} 次` }))));
}

function clockRow() {
	const jump = (duration) => attempt(async () => takeState(await stateAfter(api.advance(duration))));
	return h('div', { class: 'fault' },
			h('span', { class: 'fault__words' }, h('span', { class: 'fault__name' }, '把钟拨快'), h('span', { class: 'fault__text' }, '到期的事会按顺序发生；钟只能往前拨。')),
			h('span', { class: 'fault__buttons' }, [['+1 分钟', 'PT1M'], ['+2 小时', 'PT2H'], ['+48 小时', 'PT48H']].map(([label, duration]) =>
				button(label, () => jump(duration), { class: 'plain-button', 'data-fault': duration }))));
}

function resetRow() {
	let armed = false;
	const control = button('重来', async () => {
		if (!armed) {
			armed = true;
			control.textContent = '再点一次确认';
			return;
		}
		await attempt(async () => {
			await api.reset();
			await reload();
			go();
			toast('已经重来');
		});
	}, { class: 'plain-button plain-button--warn', 'data-fault': 'reset' });
	return h('div', { class: 'fault' },
			h('span', { class: 'fault__words' }, h('span', { class: 'fault__name' }, '全部重来'), h('span', { class: 'fault__text' }, '清空人、聊天、记录和故障，钟拨回现在；服务器里的数据不动。')), control);
}
