/** How each kind of message looks. Text is set as text; addresses are checked before they become links. */

import { button, h, s } from './dom.js';
import { icon } from './icons.js';
import { noticeCard } from './notices.js';
import { asPerson } from './browser.js';
import { richText, webAddress } from './rich-text.js';
import { tell } from './store.js';

const WAYS = { 'customer-service': '客服消息', card: '通知', mass: '群发', preview: '群发预览' };

export function bubbleView(bubble, avatar, account) {
	if (bubble.side === 'system') {
		return h('div', { class: `notice notice--${bubble.kind}`, 'data-bubble': bubble.id },
				h('p', { class: 'notice__text' }, bubble.text || ''), bubble.kind === 'fault' && inspect(bubble));
	}
	const mine = bubble.side === 'me';
	const who = mine ? '我' : account.name;
	if (bubble.kind === 'news') {
		return h('div', { class: 'msg msg--wide', 'data-bubble': bubble.id, 'data-kind': 'news' }, h('span', { class: 'unseen' }, `${who}：`), news(bubble), foot(bubble));
	}
	return h('div', { class: `msg${mine ? ' msg--me' : ''}`, 'data-bubble': bubble.id, 'data-kind': bubble.kind },
			avatar,
			h('div', { class: 'msg__body' },
					h('span', { class: 'unseen' }, `${who}：`),
					h('div', { class: 'msg__line' }, content(bubble, account), mine && h('span', { class: 'msg__status', 'data-state': 'done' },
							h('span', { class: 'msg__spin', 'aria-hidden': 'true' }), h('span', { class: 'msg__failed', title: '没有送达' }, '!')), inspect(bubble)),
					recognised(bubble), foot(bubble)));
}

function content(bubble, account) {
	switch (bubble.kind) {
		case 'image': return picture(bubble);
		case 'voice': return voice(bubble);
		case 'video': case 'shortvideo': return video(bubble);
		case 'location': return place(bubble);
		case 'link': case 'music': return linkCard(bubble);
		case 'mini-program': return miniProgram(bubble);
		case 'card': return noticeCard(bubble, account, webAddress(bubble.url));
		default: return h('div', { class: 'bubble bubble--text' }, richText(bubble, account));
	}
}

function inspect(bubble) {
	return bubble.pushId && button('查看报文', () => tell('inspect', bubble.pushId), { class: 'inspect', title: '查看报文', 'aria-label': '查看报文' }, icon('code', 16));
}

function foot(bubble) {
	return bubble.via in WAYS && h('span', { class: 'msg__via' }, WAYS[bubble.via]);
}

function recognised(bubble) {
	return bubble.kind === 'voice' && bubble.side === 'me' && bubble.text && h('p', { class: 'bubble bubble--heard' }, bubble.text);
}

/** A picture from the page itself is shown; one from elsewhere stands as a grey field, as without network. */
function shownPicture(address, className, alt = '') {
	const missing = () => h('span', { class: `${className} missing`, role: 'img', 'aria-label': alt || '图片' }, icon('image', 28));
	const local = localAddress(address);
	if (!local) {
		return missing();
	}
	const image = h('img', { class: className, src: local, alt });
	image.addEventListener('error', () => image.replaceWith(missing()), { once: true });
	return image;
}

function localAddress(address) {
	if (typeof address !== 'string' || address === '') {
		return null;
	}
	if (address.startsWith('data:image/')) {
		return address;
	}
	try {
		const url = new URL(address, location.href);
		return url.origin === location.origin ? url.pathname + url.search : null;
	}
	catch {
		return null;
	}
}

function picture(bubble) {
	return h('div', { class: 'bubble bubble--picture' }, shownPicture(bubble.picUrl, 'picture', bubble.title || '图片'));
}

function voice(bubble) {
	return h('div', { class: 'bubble bubble--voice' }, icon('voice', 20), h('span', {}, `${3 + ((bubble.text || '').length % 9)}″`), h('span', { class: 'unseen' }, '语音'));
}

function video(bubble) {
	return h('div', { class: 'bubble bubble--video' }, bubble.picUrl ? shownPicture(bubble.picUrl, 'picture', '视频') : null,
			h('span', { class: 'video__play' }, icon('play', 26)), h('span', { class: 'video__time' }, '0:12'), h('span', { class: 'unseen' }, bubble.title || '视频'));
}

function place(bubble) {
	return h('div', { class: 'bubble bubble--place' }, h('div', { class: 'place__words' }, h('strong', {}, bubble.title || bubble.text || '位置'),
			bubble.title && bubble.text && h('small', {}, bubble.text)), map());
}

function map() {
	return s('svg', { class: 'place__map', viewBox: '0 0 230 100', 'aria-hidden': 'true', preserveAspectRatio: 'xMidYMid slice' },
			s('rect', { width: 230, height: 100, fill: '#eef2ea' }),
			s('path', { d: 'M-5 78C60 60 90 96 150 72s70-14 90-26v60H-5z', fill: '#cfe6f5' }),
			s('path', { d: 'M20 8h46v30H20zM150 10h60v26h-60zM84 12h44v22H84z', fill: '#dfe8d6' }),
			s('path', { d: 'M-5 48h240M74-5v70M139-5v72M30-5L10 70', fill: 'none', stroke: '#fff', 'stroke-width': 7 }),
			s('path', { d: 'M-5 48h240', fill: 'none', stroke: '#f7d58b', 'stroke-width': 4 }),
			s('path', { d: 'M115 66s13-13 13-24a13 13 0 10-26 0c0 11 13 24 13 24z', fill: '#d83a3a' }),
			s('circle', { cx: 115, cy: 42, r: 5, fill: '#fff' }));
}

function miniProgram(bubble) {
	return h('div', { class: 'bubble bubble--program' }, h('strong', { class: 'link__title' }, bubble.title || '小程序'), shownPicture(bubble.picUrl, 'program__picture', ''),
			h('span', { class: 'program__foot' }, icon('program', 14), `小程序　${bubble.text || ''}`));
}

function linkCard(bubble) {
	const address = webAddress(bubble.url);
	const inside = [h('strong', { class: 'link__title' }, bubble.title || bubble.url || '链接'),
		h('span', { class: 'link__row' }, h('span', { class: 'link__text' }, bubble.text || bubble.url || ''), h('span', { class: 'link__thumb' }, icon('link', 24)))];
	return address ? h('a', { class: 'bubble bubble--link', href: asPerson(address), target: '_blank', rel: 'noopener noreferrer' }, inside)
		: h('div', { class: 'bubble bubble--link' }, inside);
}

function news(bubble) {
	const articles = bubble.articles?.length ? bubble.articles : [{ title: bubble.title, description: bubble.text, picUrl: bubble.picUrl, url: bubble.url }];
	return h('div', { class: `news${articles.length > 1 ? ' news--many' : ''}` }, articles.map((article, index) => {
		const first = index === 0;
		const inside = [shownPicture(article.picUrl, first ? 'news__cover' : 'news__thumb'), h('span', { class: 'news__words' },
				h('strong', { class: 'news__title' }, article.title || '（无标题）'),
				first && articles.length === 1 && article.description && h('span', { class: 'news__text' }, article.description))];
		const address = webAddress(article.url);
		const className = `news__one${first ? ' news__one--first' : ''}`;
		return address ? h('a', { class: className, href: asPerson(address), target: '_blank', rel: 'noopener noreferrer' }, inside) : h('div', { class: className }, inside);
	}));
}
