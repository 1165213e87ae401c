/** Subscription notices: the pop-up that asks for consent, and the settings that take it back. */

import { asPerson } from './browser.js';
import { api } from './api.js';
import { mark } from './avatars.js';
import { button, h } from './dom.js';
import { icon } from './icons.js';
import { person } from './store.js';
import { attempt, choices, open, toast } from './sheet.js';

const KINDS = { 'one-time': '一次性通知', 'long-term': '长期通知' };
const AT_ONCE = 5;

/** Asks as a page or an article of the account would; the two kinds are never asked together. */
export async function askForNotices(account) {
	const all = await subscribed(account);
	if (all.length === 0) {
		return toast('这个公众号还没有订阅通知的模板');
	}
	const kinds = Object.keys(KINDS).filter((kind) => all.some((one) => one.kind === kind));
	const kind = kinds.length === 1 ? kinds[0] : await choices('页面上的哪个订阅按钮？', kinds.map((one) => ({ label: KINDS[one], value: one })));
	if (!kind) {
		return null;
	}
	const answers = await popup(account, all.filter((one) => one.kind === kind).slice(0, AT_ONCE));
	return answers && attempt(() => api.answerNotices(person().id, { appId: account.appId, answers }));
}

/** What the person allowed, each with a way to take it back. */
export async function noticeSettings(account) {
	const all = await subscribed(account);
	if (all.length === 0) {
		return toast('这个公众号还没有订阅通知的模板');
	}
	const templateId = await choices('订阅通知：点一项就关闭它', all.map((one) => ({ label: one.title, value: one.id, note: state(one) })));
	return templateId && attempt(async () => {
		await api.switchNoticesOff(person().id, { appId: account.appId, templateId });
		toast('已关闭');
	});
}

async function subscribed(account) {
	const { templates } = await attempt(() => api.templates(account.appId, person().id)) || { templates: [] };
	return templates.filter((one) => one.kind in KINDS);
}

function state(template) {
	if (template.lasting) {
		return '长期接收';
	}
	return template.credits > 0 ? `还可接收 ${template.credits} 条` : '未接收';
}

function popup(account, templates) {
	return open('订阅通知', (close) => {
		const answer = (yes) => close(Object.fromEntries(templates.map((one, index) => [one.id, yes && boxes[index].checked])));
		const boxes = templates.map((one) => h('input', { class: 'asking__box', type: 'checkbox', checked: true, 'data-template': one.title }));
		return h('div', { class: 'asking' },
				h('div', { class: 'asking__head' }, mark(account, 24), h('span', {}, account.name), h('span', { class: 'asking__verb' }, '申请')),
				h('strong', { class: 'asking__title' }, templates[0].kind === 'long-term' ? '长期发送以下消息' : '发送一次以下消息'),
				h('ul', { class: 'asking__list' }, templates.map((one, index) =>
					h('li', {}, h('label', { class: 'asking__one' }, boxes[index], h('span', {}, one.title))))),
				h('div', { class: 'asking__foot' },
						button('取消', () => answer(false), { class: 'weui-btn weui-btn_default', 'data-key': 'refuse-notices' }),
						button('允许', () => answer(true), { class: 'weui-btn weui-btn_primary', 'data-key': 'allow-notices' })));
	});
}

/** The card of a template message or a notice: title, rows of label and value, and where it leads. */
export function noticeCard(bubble, account, address) {
	const more = bubble.text ? `打开小程序 ${bubble.text}` : '查看详情';
	return h('div', { class: 'bubble bubble--card' },
			h('span', { class: 'noticecard__from' }, account.name),
			h('strong', { class: 'noticecard__title' }, bubble.title || ''),
			h('dl', { class: 'noticecard__rows' }, (bubble.rows || []).map((row) =>
				h('div', { class: 'noticecard__row' }, h('dt', {}, row.label), h('dd', {}, row.value)))),
			bubble.text && h('span', { class: 'noticecard__more' }, more, icon('right', 14)),
			!bubble.text && address && h('a', { class: 'noticecard__more', href: asPerson(address), target: '_blank', rel: 'noopener noreferrer' }, more, icon('right', 14)));
}
