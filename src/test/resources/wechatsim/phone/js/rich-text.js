/** Text with the only markup WeChat knows, `<a href>`; every other character stays what it is. */

import { act } from './actions.js';
import { asPerson } from './browser.js';
import { button, h } from './dom.js';
import { attempt } from './sheet.js';

const LINK = /<a\s+[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>([\s\S]*?)<\/a>/gi;
const BARE = /https?:\/\/[^\s<>"'，。；！？、）】》]+/g;

export function webAddress(address) {
	try {
		const url = new URL(address);
		return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
	}
	catch {
		return null;
	}
}

export function richText(bubble, account) {
	const text = bubble.text || '';
	if (bubble.side === 'me') {
		return bare(text);
	}
	const parts = [];
	let from = 0;
	for (const match of text.matchAll(LINK)) {
		parts.push(...bare(text.slice(from, match.index)), link(match, account));
		from = match.index + match[0].length;
	}
	return [...parts, ...bare(text.slice(from))];
}

function bare(text) {
	const parts = [];
	let from = 0;
	for (const match of text.matchAll(BARE)) {
		parts.push(text.slice(from, match.index), anchor(match[0], match[0]));
		from = match.index + match[0].length;
	}
	return [...parts, text.slice(from)];
}

function link(match, account) {
	const address = unescaped(match[1] ?? match[2] ?? match[3] ?? '');
	const words = match[4];
	if (address.toLowerCase().startsWith('weixin://bizmsgmenu')) {
		return menuEntry(address, words, account);
	}
	return webAddress(address) ? anchor(address, words) : words;
}

function unescaped(text) {
	return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
}

function anchor(address, words) {
	return h('a', { href: asPerson(address), target: '_blank', rel: 'noopener noreferrer' }, words);
}

/** An entry of a menu inside a message: tapping it says its content. */
function menuEntry(address, words, account) {
	const query = new URLSearchParams(address.slice(address.indexOf('?') + 1));
	const action = { appId: account.appId, type: 'msgmenu', content: query.get('msgmenucontent') || words, key: query.get('msgmenuid') || '' };
	return button(words, () => attempt(() => act(action)), { class: 'menu-entry' });
}
