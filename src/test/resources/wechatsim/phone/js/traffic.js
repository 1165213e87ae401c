/** The list of pushes; the newest is open until somebody picks another. */

import { button, h } from './dom.js';
import { icon } from './icons.js';
import { pushDetail } from './push-detail.js';
import { account, on, person, store, tell } from './store.js';
import { clockTime, instant } from './time.js';
import { pushExcerpt, pushName, STATES } from './words.js';

let picked = null;

export function trafficPanel() {
	const list = h('ul', { class: 'pushes', 'aria-label': '推送记录，新的在上' });
	const detail = h('div', { class: 'detail' });
	const empty = h('div', { class: 'blank' }, icon('push', 44), h('p', { class: 'blank__title' }, '还没有推送'), h('p', {}, '在手机上关注公众号或写一句话，平台推给服务器的报文就会出现在这里。'));
	const root = h('div', { class: 'traffic' }, h('div', { class: 'traffic__list' }, list), detail, empty);
	const rows = new Map();

	const open = (push) => {
		detail.replaceChildren(...(push ? pushDetail(push, back) : []));
		rows.forEach((row, id) => row.firstElementChild.setAttribute('aria-current', String(id === push?.id)));
	};
	const back = () => {
		root.classList.remove('traffic--open');
		list.querySelector('[aria-current="true"]')?.focus();
	};
	const pick = (id) => {
		picked = id === latest()?.id ? null : id;
		open(store.pushes.get(id));
		root.classList.add('traffic--open');
		tell('opened');
	};
	const take = (push) => {
		const row = rowOf(push, () => pick(push.id));
		if (rows.has(push.id)) {
			const focused = rows.get(push.id).contains(document.activeElement);
			rows.get(push.id).replaceWith(row);
			if (focused) {
				row.firstElementChild.focus();
			}
		}
		else {
			list.prepend(row);
		}
		rows.set(push.id, row);
	};
	const settle = () => {
		empty.hidden = store.pushes.size > 0;
		root.classList.toggle('traffic--empty', store.pushes.size === 0);
	};
	on('reloaded', () => {
		rows.clear();
		list.replaceChildren();
		[...store.pushes.values()].sort((a, b) => instant(a.at) - instant(b.at)).forEach(take);
		picked = store.pushes.has(picked) ? picked : null;
		open(store.pushes.get(picked) || latest());
		settle();
	});
	on('push', (push) => {
		const fresh = !rows.has(push.id);
		take(push);
		const showing = store.pushes.get(picked) || latest();
		if (showing?.id === push.id || fresh) {
			open(showing);
		}
		settle();
	});
	on('inspect', pick);
	on('redelivered', () => {
		picked = null;
		open(latest());
	});
	settle();
	return root;
}

function latest() {
	return [...store.pushes.values()].reduce((last, one) => !last || instant(one.at) >= instant(last.at) ? one : last, null);
}

function rowOf(push, run) {
	return h('li', {}, button(pushName(push), run, { class: 'push', 'data-push': push.id },
			h('span', { class: 'push__line' }, h('span', { class: 'push__kind' }, pushName(push)), h('span', { class: 'push__text' }, pushExcerpt(push)), h('span', { class: 'push__time' }, clockTime(push.at))),
			h('span', { class: 'push__line push__line--small' }, h('span', { class: `state state--${push.state}` }, STATES[push.state] || push.state), push.redeliveryOf && h('span', { class: 'state state--silent' }, '再投递'),
					h('span', { class: 'push__who' }, `${person(push.personId)?.nickname || '—'} → ${account(push.appId)?.name || push.appId}`), tries(push))));
}

/** One bar an attempt, as long as it took, coloured by what came of it. */
function tries(push) {
	return h('span', { class: 'tries' }, push.attempts.map((one) => h('i', { class: `tries__one verdict--${one.verdict || 'running'} tries__one--${length(one)}` })),
			h('span', { class: 'unseen' }, `投递 ${push.attempts.length} 次`));
}

function length(one) {
	return one.verdict ? Math.min(5, 1 + Math.floor(one.durationMillis / 1000)) : 5;
}
