/** Faces for people and marks for accounts, drawn from their names so that everyone keeps their own. */

import { h, s } from './dom.js';
import { icon } from './icons.js';

const GROUNDS = ['#f6c9b8', '#cfe3d0', '#c8dcf0', '#f4dfa8', '#e0d0ee', '#f3c6d2', '#bfe3df', '#d9d6c8'];
const CLOTHES = ['#3d6fb4', '#c2566b', '#3f8f6b', '#7a5ea8', '#d08a2f', '#4a5568', '#2f8f9d', '#a5563a'];
const HAIR = ['#2b2320', '#3a2a22', '#1f2430', '#4a3428'];
const SKIN = ['#f7d7bd', '#f2c9a8', '#eebf99'];

function hash(text) {
	let value = 2166136261;
	for (const letter of text) {
		value = Math.imul(value ^ letter.codePointAt(0), 16777619);
	}
	value ^= value >>> 15;
	value = Math.imul(value, 2246822507);
	return (value ^ (value >>> 13)) >>> 0;
}

function drawable(address) {
	return typeof address === 'string' && /^(\/|data:image\/)/.test(address);
}

export function face(person, size = 40) {
	if (drawable(person.avatar)) {
		return h('img', { class: 'avatar', src: person.avatar, width: size, height: size, alt: '' });
	}
	const seed = hash(`${person.nickname}`);
	const pick = (list, shift) => list[(seed >>> shift) % list.length];
	const hair = /奶奶|爷爷|姥/.test(person.nickname) ? '#8d8a88' : pick(HAIR, 9);
	const long = /妈|奶奶|姥姥|阿姨|女/.test(person.nickname) || (!/爸|爷|叔/.test(person.nickname) && seed % 2 === 0);
	const skin = pick(SKIN, 5);
	return s('svg', { class: 'avatar', viewBox: '0 0 40 40', width: size, height: size, 'aria-hidden': 'true' },
			s('rect', { width: 40, height: 40, fill: pick(GROUNDS, 3) }),
			long && s('path', { d: 'M9.5 31V18C9.5 10.5 14 6 20 6s10.5 4.5 10.5 12v13z', fill: hair }),
			s('path', { d: 'M5 40c.8-8 6.5-11 15-11s14.2 3 15 11z', fill: pick(CLOTHES, 13) }),
			s('path', { d: 'M16.5 24h7v5.5c0 4-7 4-7 0z', fill: skin }),
			s('ellipse', { cx: 20, cy: 18.5, rx: 7.8, ry: 8.6, fill: skin }),
			s('path', { d: long
				? 'M11.5 18.5C11 11 15 7.5 20 7.5s9 3.5 8.5 11c-1.5-1-3.2-3-4-5.5-3.5 3-8 3.5-10.5 3.2-.6 1-1.5 1.8-2.5 2.3z'
				: 'M11.8 17.5C10.8 10 15 7 20.3 7c5.4 0 9 3.3 7.9 10.5-1-.8-1.7-2.2-2-3.8-3.7.9-8.2.5-11.2-1-.8 2-2 3.6-3.2 4.8z', fill: hair }),
			s('circle', { cx: 16.8, cy: 19.4, r: 0.95, fill: '#2b2320' }),
			s('circle', { cx: 23.2, cy: 19.4, r: 0.95, fill: '#2b2320' }),
			s('path', { d: 'M17.3 23.2c1.3 1.5 4.1 1.5 5.4 0', fill: 'none', stroke: '#a8563f', 'stroke-width': 1.1, 'stroke-linecap': 'round' }),
			/老师|爷爷|先生/.test(person.nickname) && glasses());
}

function glasses() {
	return s('g', { fill: 'none', stroke: '#4a4a52', 'stroke-width': 0.9 },
			s('circle', { cx: 16.6, cy: 19.4, r: 2.9 }), s('circle', { cx: 23.4, cy: 19.4, r: 2.9 }), s('path', { d: 'M19.5 19.2h1' }));
}

export function mark(account, size = 44) {
	const ground = account.kind === 'service' ? 'mark--service' : 'mark--subscription';
	return h('span', { class: `mark ${ground} mark--${size}`, 'aria-hidden': 'true' },
			icon(account.kind === 'service' ? 'school' : 'book', Math.round(size * 0.62)));
}

export function kindName(account) {
	return account.kind === 'service' ? '服务号' : '订阅号';
}
