/** What slides over the phone: choices, small forms, questions; and the toast. All stay inside its frame. */

import { button, h } from './dom.js';

const screen = () => document.getElementById('screen');

/** Shows a panel until it is answered; resolves with the answer, or null when it is put away. */
export function open(label, build) {
	return new Promise((resolve) => {
		const before = document.activeElement;
		const covered = [...screen().children];
		const close = (answer) => {
			layer.remove();
			covered.forEach((one) => one.removeAttribute('inert'));
			before?.focus?.();
			resolve(answer);
		};
		const layer = h('div', { class: 'layer', onkeydown: (event) => event.key === 'Escape' && close(null) },
				h('div', { class: 'weui-mask layer__mask', onclick: () => close(null) }),
				h('div', { class: 'layer__panel', role: 'dialog', 'aria-modal': 'true', 'aria-label': label }, build(close)));
		covered.forEach((one) => one.setAttribute('inert', ''));
		screen().append(layer);
		(layer.querySelector('input, textarea') || layer.querySelector('.layer__panel button'))?.focus();
	});
}

/** A list of choices as WeChat shows them; each is {label, value, warn, note}. */
export function choices(title, items) {
	return open(title, (close) => h('div', { class: 'weui-actionsheet weui-actionsheet_toggle sheet' },
			h('div', { class: 'weui-actionsheet__title' }, h('p', { class: 'weui-actionsheet__title-text' }, title)),
			h('div', { class: 'weui-actionsheet__menu' }, items.map((item) => button(item.label,
					() => close(item.value), { class: `weui-actionsheet__cell${item.warn ? ' weui-actionsheet__cell_warn' : ''}` },
					item.label, item.note && h('small', { class: 'sheet__note' }, item.note)))),
			h('div', { class: 'weui-actionsheet__action' },
					button('取消', () => close(null), { class: 'weui-actionsheet__cell weui-actionsheet__cell_cancel' }))));
}

export function confirmed(title, text, yes) {
	return open(title, (close) => h('div', { class: 'weui-dialog question' },
			h('div', { class: 'weui-dialog__hd' }, h('strong', { class: 'weui-dialog__title' }, title)),
			h('div', { class: 'weui-dialog__bd' }, text),
			h('div', { class: 'weui-dialog__ft' },
					button('取消', () => close(false), { class: 'weui-dialog__btn weui-dialog__btn_default' }),
					button(yes, () => close(true), { class: 'weui-dialog__btn weui-dialog__btn_warn' }))));
}

/** Says one thing that the person has to know before going on. */
export function told(title, text) {
	return open(title, (close) => h('div', { class: 'weui-dialog question' },
			h('div', { class: 'weui-dialog__hd' }, h('strong', { class: 'weui-dialog__title' }, title)),
			h('div', { class: 'weui-dialog__bd' }, text),
			h('div', { class: 'weui-dialog__ft' }, button('知道了', () => close(true), { class: 'weui-dialog__btn weui-dialog__btn_primary' }))));
}

/** A short form from the bottom; each field is {name, label, value, placeholder, long, inputmode}. */
export function form(title, fields, submit = '发送', extra = null) {
	return open(title, (close) => {
		const inputs = fields.map(input);
		return h('form', { class: 'drawer', onsubmit: (event) => {
			event.preventDefault();
			close(Object.fromEntries(inputs.map((one) => [one.name, one.value.trim()])));
		} },
		h('div', { class: 'drawer__head' },
				button('取消', () => close(null), { class: 'drawer__side' }),
				h('strong', { class: 'drawer__title' }, title),
				fields.length > 0 ? h('button', { class: 'drawer__side drawer__side--go', type: 'submit' }, submit) : h('span')),
		extra && extra(close, inputs),
		fields.length > 0 && h('div', { class: 'weui-cells weui-cells_form drawer__fields' }, fields.map((field, index) =>
			h('label', { class: 'weui-cell drawer__field' },
					h('span', { class: 'weui-cell__hd drawer__label' }, field.label),
					h('span', { class: 'weui-cell__bd' }, inputs[index])))));
	});
}

function input(field) {
	const attributes = { class: 'weui-input drawer__input', name: field.name, value: field.value || '', maxlength: field.long ? 2048 : 256,
		placeholder: field.placeholder, inputmode: field.inputmode, autocomplete: 'off' };
	return field.long ? h('textarea', { ...attributes, rows: 3 }) : h('input', attributes);
}

/** Pictures to choose from; each is {label, value, picture}. */
export function pictures(title, items) {
	return form(title, [], '', (close) => h('div', { class: 'album' }, items.map((item) =>
		button(item.label, () => close(item.value), { class: 'album__pick' },
				h('img', { src: item.picture, alt: '', width: 150, height: 112 }), h('span', {}, item.label)))));
}

export function toast(text) {
	document.querySelector('.toast')?.remove();
	const shown = h('div', { class: 'toast', role: 'alert' }, text);
	(document.body.dataset.pane === 'phone' ? screen() : document.body).append(shown);
	setTimeout(() => shown.remove(), 2600);
}

/** Runs what the person asked for; a failure is told in a sentence and never lost. */
export async function attempt(work) {
	try {
		return await work();
	}
	catch (failure) {
		toast(`没有成功：${failure.message || '模拟器没有回应'}`);
		return null;
	}
}
