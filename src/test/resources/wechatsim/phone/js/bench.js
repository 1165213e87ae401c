/** What stands beside the phone: three tabs that show what the platform and the server say to each other. */

import { apiPanel } from './api-view.js';
import { clockFace } from './clock.js';
import { button, h } from './dom.js';
import { activeFaults, faultPanel } from './faults.js';
import { guide } from './hint.js';
import { icon } from './icons.js';
import { trafficPanel } from './traffic.js';
import { on, store, tell } from './store.js';

const TABS = [['push', '消息推送', '推送'], ['api', '接口调用', '接口'], ['bolt', '故障与时钟', '故障']];
const KEYS = { ArrowRight: 1, ArrowLeft: -1 };

let current = 'push';

export function startBench() {
	const panels = { push: trafficPanel(), api: apiPanel(), bolt: faultPanel() };
	const tabs = TABS.map(([name, label]) => button(label, () => select(name), { class: 'bench__tab', role: 'tab', id: `tab-${name}`,
		'aria-controls': `panel-${name}`, onkeydown: (event) => step(event, name) }, icon(name, 18), h('span', {}, label), h('span', { class: 'bench__count', id: `count-${name}` })));
	document.getElementById('bench').append(
			h('header', { class: 'bench__head' },
					h('div', { class: 'bench__brand' }, h('img', { src: 'img/icon.svg', alt: '', width: 40, height: 40 }),
							h('div', {}, h('h2', { class: 'bench__title' }, '微信公众平台模拟器'), h('p', { class: 'bench__text' }, '左边是家长的手机，这里是平台与服务器之间的全部往来'))),
					clockFace()),
			guide(),
			h('div', { class: 'bench__tabs', role: 'tablist', 'aria-label': '幕后' }, tabs),
			...TABS.map(([name]) => h('div', { class: 'bench__panel', role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}` }, panels[name])));
	document.getElementById('switcher').append(...[['phone', '', '手机'], ...TABS].map(([name, , short]) =>
		button(short, () => pane(name), { class: 'switcher__one', 'data-pane': name }, icon(name, 22), h('span', {}, short))));
	on('inspect', () => pane('push'));
	for (const topic of ['reloaded', 'push', 'call', 'faults', 'state']) {
		on(topic, count);
	}
	select(current);
	pane('phone');
}

function step(event, name) {
	if (event.key in KEYS) {
		const names = TABS.map(([one]) => one);
		select(names[(names.indexOf(name) + KEYS[event.key] + names.length) % names.length]);
		document.getElementById(`tab-${current}`).focus();
	}
}

function select(name) {
	current = name;
	for (const [one] of TABS) {
		const tab = document.getElementById(`tab-${one}`);
		tab.setAttribute('aria-selected', String(one === name));
		tab.tabIndex = one === name ? 0 : -1;
		document.getElementById(`panel-${one}`).hidden = one !== name;
	}
	tell('tab', name);
}

/** On a narrow screen one thing is seen at a time. */
function pane(name) {
	document.body.dataset.pane = name === 'phone' ? 'phone' : 'bench';
	if (name !== 'phone') {
		select(name);
	}
	for (const one of document.querySelectorAll('.switcher__one')) {
		one.setAttribute('aria-pressed', String(one.dataset.pane === name));
	}
}

function count() {
	document.getElementById('count-push').textContent = store.pushes.size || '';
	document.getElementById('count-api').textContent = store.calls.size || '';
	const faults = activeFaults();
	const shown = document.getElementById('count-bolt');
	shown.textContent = faults || '';
	shown.classList.toggle('bench__count--warn', faults > 0);
}
