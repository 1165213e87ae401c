/** The bar at the top of a screen: back, title, one action. */

import { button, h } from './dom.js';
import { icon } from './icons.js';

export function nav(title, { back, action, plain } = {}) {
	return h('header', { class: `nav${plain ? ' nav--plain' : ''}` },
			h('div', { class: 'nav__side' }, back && button('返回', back, { class: 'nav__button', 'aria-label': '返回', 'data-key': 'back' },
					icon('back'), h('span', { class: 'nav__unread' }))),
			title ? h('h2', { class: 'nav__title' }, title) : h('span'),
			h('div', { class: 'nav__side nav__side--end' }, action && button(action.label, action.run,
					{ class: 'nav__button', 'aria-label': action.label, 'data-key': 'action' }, icon(action.icon))));
}
