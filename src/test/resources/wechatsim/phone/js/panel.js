/** The panel behind 更多: everything a person can send that is not typed. */

import { act } from './actions.js';
import { button, h } from './dom.js';
import { icon } from './icons.js';
import { askForNotices } from './notices.js';
import { hasCodes, scanFor } from './scan.js';
import { attempt, form, pictures } from './sheet.js';

const PICTURES = [
	{ label: '作业照片', value: 'homework.jpg', picture: 'img/homework.jpg' },
	{ label: '校园', value: 'campus.jpg', picture: 'img/campus.jpg' },
	{ label: '通知单', value: 'notice.jpg', picture: 'img/notice.jpg' },
	{ label: '永定河边', value: 'river.jpg', picture: 'img/river.jpg' },
];

const ENTRIES = [
	['image', '图片', sendPicture],
	['mic', '语音', sendVoice],
	['place', '位置', sendPlace],
	['link', '链接', sendLink],
	['film', '视频', sendVideo],
	['scan', '扫码', (account) => scanFor(account.appId)],
	['bell', '订阅通知', askForNotices],
];

const SERVICE_ONLY = ['scan', 'bell'];

export function panel(account, close) {
	return h('div', { class: 'tray', hidden: true }, h('div', { class: 'tray__grid' }, ENTRIES.filter(([picture]) => !SERVICE_ONLY.includes(picture) || hasCodes(account)).map(([picture, label, run]) =>
		button(label, () => {
			close();
			run(account);
		}, { class: 'tray__one' }, h('span', { class: 'tray__icon' }, icon(picture, 28)), h('span', {}, label)))));
}

function send(account, action) {
	return attempt(() => act({ appId: account.appId, ...action }));
}

async function sendPicture(account) {
	const name = await pictures('发送图片', PICTURES);
	if (typeof name === 'string') {
		await send(account, { type: 'image', picUrl: new URL(`img/${name}`, location.href.split('#')[0]).href });
	}
}

export async function sendVoice(account) {
	const said = await form('发送语音', [{ name: 'recognition', label: '说了什么', placeholder: '可以留空：没有识别结果', long: true }]);
	if (said) {
		await send(account, { type: 'voice', recognition: said.recognition });
	}
}

async function sendPlace(account) {
	const place = await form('发送位置', [
		{ name: 'label', label: '地点', value: '北京市门头沟区新桥大街36号' },
		{ name: 'latitude', label: '纬度', value: '39.940648', inputmode: 'decimal' },
		{ name: 'longitude', label: '经度', value: '116.102009', inputmode: 'decimal' }]);
	if (place) {
		await send(account, { type: 'location', label: place.label, latitude: Number(place.latitude) || 0, longitude: Number(place.longitude) || 0 });
	}
}

async function sendLink(account) {
	const link = await form('分享链接', [
		{ name: 'title', label: '标题', value: '义务教育入学政策问答' },
		{ name: 'description', label: '摘要', value: '入学年龄、材料和时间' },
		{ name: 'url', label: '网址', value: 'https://example.edu.cn/policy', inputmode: 'url' }]);
	if (link) {
		await send(account, { type: 'link', ...link });
	}
}

function sendVideo(account) {
	return send(account, { type: 'video' });
}
