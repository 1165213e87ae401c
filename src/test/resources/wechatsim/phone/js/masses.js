/** What the account sent to many; the administrator answers here, and can send by hand as in the platform's own console. */

import { api } from './api.js';
import { attempt, choices, form, toast } from './sheet.js';

const STATES = { confirming: '等管理员确认', sending: '发送中', sent: '已发送', failed: '没有发出', deleted: '已删除' };

/** The account's sends, the newest first. */
export async function massList(account) {
	const found = await attempt(() => api.masses(account.appId));
	if (!found) {
		return null;
	}
	const items = found.masses.slice(-8).reverse().map((one) => ({ label: one.titles[0] || '（文字或图片）', value: one, note: note(one) }));
	const picked = await choices(`群发记录（现在还可群发 ${Math.max(0, found.left)} 次）`, [...items, { label: '在公众平台后台手工群发', value: 'hand' }]);
	if (picked === 'hand') {
		return byHand(account);
	}
	return picked?.state === 'confirming' ? answer(picked) : null;
}

function note(one) {
	const how = one.byHand ? '手工' : one.clientMsgId || '';
	return `${STATES[one.state] || one.state}${one.status.startsWith('err') ? ` ${one.status}` : ''}　送达 ${one.counts.sent}　${how}`;
}

async function answer(one) {
	const yes = await choices('管理员的手机：确认群发？', [{ label: '确认群发', value: true }, { label: '拒绝', value: false, warn: true }]);
	return yes !== null && attempt(async () => {
		await (yes ? api.confirmMass(one.msgId) : api.refuseMass(one.msgId));
		toast(yes ? '已确认' : '已拒绝');
	});
}

async function byHand(account) {
	const typed = await form('手工群发', [{ name: 'title', label: '标题', placeholder: '一篇文章的标题' }], '群发');
	return typed?.title && attempt(async () => {
		await api.sendByHand(account.appId, [typed.title]);
		toast('已群发');
	});
}
