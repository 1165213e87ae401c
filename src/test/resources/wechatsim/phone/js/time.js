/** Times as WeChat writes them, always those of Beijing and of the simulator's clock. */

import { store } from './store.js';

const ZONE = 'Asia/Shanghai';
const DAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];
const PARTS = new Intl.DateTimeFormat('en-GB', {
	timeZone: ZONE, year: 'numeric', month: 'numeric', day: 'numeric',
	hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});

export function instant(value) {
	if (typeof value === 'number') {
		return value < 1e11 ? value * 1000 : value;
	}
	return Date.parse(value) || 0;
}

export function simNow() {
	return Date.now() + store.skew;
}

function parts(millis) {
	return Object.fromEntries(PARTS.formatToParts(millis).map((part) => [part.type, part.value]));
}

function dayNumber(millis) {
	return Math.floor((millis + 8 * 3600e3) / 86400e3);
}

export function hourMinute(value) {
	const p = parts(instant(value));
	return `${p.hour}:${p.minute}`;
}

export function clockTime(value) {
	const p = parts(instant(value));
	return `${p.hour}:${p.minute}:${p.second}`;
}

export function fullTime(value) {
	const p = parts(instant(value));
	return `${p.year}-${p.month.padStart(2, '0')}-${p.day.padStart(2, '0')} ${p.hour}:${p.minute}:${p.second}`;
}

function day(millis, age) {
	const p = parts(millis);
	if (age === 1) {
		return '昨天';
	}
	if (age > 1 && age < 7) {
		return DAYS[(dayNumber(millis) + 4) % 7];
	}
	return p.year === parts(simNow()).year ? `${p.month}月${p.day}日` : `${p.year}年${p.month}月${p.day}日`;
}

/** The grey line between bubbles. */
export function chatTime(value) {
	const millis = instant(value);
	const age = dayNumber(simNow()) - dayNumber(millis);
	return age === 0 ? hourMinute(millis) : `${day(millis, age)} ${hourMinute(millis)}`;
}

/** The time at the right of a row in the list of chats. */
export function listTime(value) {
	const millis = instant(value);
	const age = dayNumber(simNow()) - dayNumber(millis);
	return age === 0 ? hourMinute(millis) : day(millis, age);
}

export function duration(millis) {
	if (millis === null || millis === undefined) {
		return '…';
	}
	return millis < 1000 ? `${Math.round(millis)} 毫秒` : `${(millis / 1000).toFixed(2)} 秒`;
}
