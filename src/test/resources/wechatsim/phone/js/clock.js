/** The simulator's clock, which may run ahead of ours. */

import { h } from './dom.js';
import { icon } from './icons.js';
import { on, store } from './store.js';
import { fullTime, simNow } from './time.js';

export function clockFace() {
	const time = h('span', { class: 'clock__time' });
	const ahead = h('span', { class: 'clock__ahead', hidden: true });
	const show = () => {
		time.textContent = fullTime(simNow());
		ahead.textContent = lead(store.skew);
		ahead.hidden = ahead.textContent === '';
	};
	on('state', show);
	setInterval(show, 1000);
	show();
	return h('div', { class: 'clock' }, icon('clock', 18), h('span', { class: 'clock__label' }, '平台时间'), time, ahead);
}

function lead(millis) {
	const minutes = Math.round(millis / 60e3);
	if (Math.abs(minutes) < 1) {
		return '';
	}
	const amount = Math.abs(minutes);
	const sign = minutes > 0 ? '快' : '慢';
	return amount >= 60 ? `比现实${sign} ${Math.floor(amount / 60)} 小时${amount % 60 ? ` ${amount % 60} 分` : ''}` : `比现实${sign} ${amount} 分`;
}
