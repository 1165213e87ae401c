/** Lays XML and JSON out for reading, with light colours; everything stays text, nothing is ever parsed into the page. */

import { button, h } from './dom.js';
import { icon } from './icons.js';

const TOKEN = /<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/[^>]*>|<[^>]*>|[^<]+/g;
const JSON_TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

export function pretty(text) {
	const trimmed = (text || '').trim();
	if (trimmed.startsWith('<')) {
		return xml(trimmed);
	}
	try {
		return json(JSON.stringify(JSON.parse(trimmed), null, 2));
	}
	catch {
		return [text || ''];
	}
}

function xml(text) {
	const tokens = text.match(TOKEN).filter((one) => one.trim() !== '');
	const parts = [];
	let depth = 0;
	tokens.forEach((token, index) => {
		const closing = token.startsWith('</');
		const opening = !closing && /^<[^!?]/.test(token) && !token.endsWith('/>');
		const before = tokens[index - 1] || '';
		const inline = index > 0 && (!token.startsWith('<') || token.startsWith('<![CDATA[') || (closing && !isClosing(before)));
		if (closing) {
			depth = Math.max(0, depth - 1);
		}
		if (!inline && index > 0) {
			parts.push(`\n${'  '.repeat(depth)}`);
		}
		parts.push(...coloured(token));
		if (opening) {
			depth += 1;
		}
	});
	return parts;
}

function isClosing(token) {
	return token.startsWith('</') || token.endsWith('/>');
}

function coloured(token) {
	if (token.startsWith('<![CDATA[')) {
		return [h('i', { class: 'x-cdata' }, '<![CDATA['), h('b', { class: 'x-text' }, token.slice(9, -3)), h('i', { class: 'x-cdata' }, ']]>')];
	}
	if (token.startsWith('<')) {
		return [h('span', { class: 'x-tag' }, token)];
	}
	return [h('b', { class: 'x-text' }, token)];
}

function json(text) {
	const parts = [];
	let from = 0;
	for (const match of text.matchAll(JSON_TOKEN)) {
		parts.push(text.slice(from, match.index));
		if (match[1]) {
			parts.push(h('span', { class: match[2] ? 'x-tag' : 'x-text' }, match[1]), match[2] || '');
		}
		else {
			parts.push(h('span', { class: 'x-number' }, match[0]));
		}
		from = match.index + match[0].length;
	}
	return [...parts, text.slice(from)];
}

/** One document with its caption and a button that copies it. */
export function sheetOf(caption, text, { wire, empty = '（空）', note } = {}) {
	const present = text !== null && text !== undefined && text !== '';
	return h('figure', { class: `paper${wire ? ' paper--wire' : ''}` },
			h('figcaption', { class: 'paper__head' }, wire && icon('lock', 14), h('span', {}, caption), note && h('span', { class: 'paper__note' }, note),
					present && button('复制', (event) => copy(event.currentTarget, text), { class: 'paper__copy', 'aria-label': `复制${caption}` }, icon('copy', 16))),
			h('pre', { class: 'paper__text', tabindex: 0, role: 'group', 'aria-label': caption }, present ? pretty(text) : h('span', { class: 'paper__empty' }, empty)));
}

async function copy(control, text) {
	await navigator.clipboard?.writeText(text).catch(() => null);
	control.replaceChildren(icon('check', 16));
	setTimeout(() => control.replaceChildren(icon('copy', 16)), 1200);
}
