/** The bottom of a chat: the account's menu, or a line to write in with the panel of other kinds. */

import { act } from './actions.js';
import { button, h } from './dom.js';
import { icon } from './icons.js';
import { menuBar } from './menu-bar.js';
import { panel, sendVoice } from './panel.js';
import { recall, remember } from './memory.js';
import { attempt } from './sheet.js';

/** With the menu that this phone fetched; as long as it is on its way, nothing can be tapped or written. */
export function composer(account, menu) {
	const root = h('div', { class: 'composer', 'aria-busy': menu ? undefined : 'true' });
	if (!menu) {
		return root;
	}
	const withMenu = menu.length > 0;
	const writing = () => !withMenu || recall(`writing.${account.appId}`) === true;
	const show = (focus) => {
		root.replaceChildren(...(writing() ? keyboard(account, withMenu && (() => turn(false)), root) : [menuBar(account, menu, () => turn(true))]));
		if (focus) {
			root.querySelector('textarea, .composer__turn')?.focus();
		}
	};
	const turn = (write) => {
		remember(`writing.${account.appId}`, write);
		show(true);
	};
	show(false);
	return root;
}

function keyboard(account, toMenu, root) {
	const area = h('textarea', { class: 'composer__text', rows: 1, maxlength: 2048, 'aria-label': '输入消息', placeholder: '写点什么，例如：帮助', enterkeyhint: 'send' });
	const send = button('发送', submit, { class: 'composer__send', hidden: true });
	const more = button('更多', () => toggle(), { class: 'composer__icon composer__more', 'aria-label': '更多：图片、语音、位置…', 'aria-expanded': 'false' }, icon('plus', 28));
	const tray = panel(account, () => toggle(false));

	function toggle(open = tray.hidden) {
		tray.hidden = !open;
		more.setAttribute('aria-expanded', String(open));
		const log = root.parentElement?.querySelector('.log');
		log?.scrollTo({ top: log.scrollHeight });
	}

	function fit() {
		area.rows = 1;
		area.rows = Math.min(5, Math.max(1, Math.round((area.scrollHeight - 16) / 22)));
		const empty = area.value.trim() === '';
		send.hidden = empty;
		more.hidden = !empty;
	}

	async function submit() {
		const content = area.value;
		if (content.trim() === '') {
			return;
		}
		area.value = '';
		fit();
		area.focus();
		const sent = await attempt(async () => {
			await act({ appId: account.appId, type: 'text', content });
			return true;
		});
		if (!sent) {
			area.value = content;
			fit();
		}
	}

	area.addEventListener('input', fit);
	area.addEventListener('focus', () => toggle(false));
	area.addEventListener('keydown', (event) => {
		// While an input method is composing, Enter takes its candidate and sends nothing.
		if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
			event.preventDefault();
			submit();
		}
	});
	return [h('div', { class: 'composer__bar' },
			toMenu && button('菜单', toMenu, { class: 'composer__icon composer__turn', 'aria-label': '切换到菜单' }, icon('menu', 26)),
			button('语音', () => sendVoice(account), { class: 'composer__icon', 'aria-label': '发语音' }, icon('voice', 28)),
			area, more, send), tray];
}
