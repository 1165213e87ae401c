/** Tells a newcomer what to try, ticks off what was done, and goes away when it is no longer needed. */

import { button, h } from './dom.js';
import { icon } from './icons.js';
import { activeFaults } from './faults.js';
import { recall, remember } from './memory.js';
import { on, person, store } from './store.js';

const STEPS = [
	['选一个人', '在手机上点一个头像，或新建一个人。', () => Boolean(person())],
	['关注公众号', '打开一个公众号，点“关注公众号”。', () => person()?.following?.length > 0],
	['写“帮助”', '在聊天里写“帮助”，按回车。', () => said() || [...store.bubbles.values()].some((one) => one.side === 'me')],
	['看报文', '点下面任意一条推送，看两个方向的报文。', () => recall('hint.read') === true],
	['开一个故障', '在“故障与时钟”里打开一个开关，再写一句。', () => recall('hint.fault') === true],
];

let wrote = false;
const said = () => wrote;

on('acted', (action) => {
	wrote ||= action.type === 'text';
});
on('inspect', () => remember('hint.read', true));
on('opened', () => remember('hint.read', true));
on('faults', () => activeFaults() > 0 && remember('hint.fault', true));

export function guide() {
	const root = h('aside', { class: 'guide', 'aria-label': '第一次来？' });
	const show = () => {
		const done = STEPS.map(([, , test]) => test());
		const next = done.indexOf(false);
		root.hidden = recall('hint.gone') === true;
		root.replaceChildren(
				h('ol', { class: 'guide__steps' }, STEPS.map(([name], index) => h('li', { class: `guide__step${done[index] ? ' guide__step--done' : ''}${index === next ? ' guide__step--next' : ''}` },
						h('span', { class: 'guide__nr' }, done[index] ? icon('check', 14) : `${index + 1}`), h('span', {}, name),
						done[index] && h('span', { class: 'unseen' }, '（已完成）')))),
				h('p', { class: 'guide__text' }, next < 0 ? '都试过了，接下来随意。' : STEPS[next][1]),
				button('知道了', () => {
					remember('hint.gone', true);
					tellAll();
				}, { class: 'guide__close', 'aria-label': '不再显示提示' }, icon('close', 18)));
	};
	shown.add(show);
	show();
	return root;
}

const shown = new Set();
const tellAll = () => shown.forEach((show) => show());

for (const topic of ['reloaded', 'person', 'state', 'acted', 'bubble', 'inspect', 'opened', 'faults']) {
	on(topic, tellAll);
}
