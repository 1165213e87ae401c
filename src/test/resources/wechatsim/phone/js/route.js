/** Where the phone is: the address after `#/`, so that the browser's own back button is the phone's. */

import { tell } from './store.js';

export function route() {
	const [screen = '', ...rest] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
	return { screen, appId: rest[0] };
}

export function go(...parts) {
	const target = `#/${parts.map(encodeURIComponent).join('/')}`;
	if (location.hash === target) {
		tell('route');
	}
	else {
		location.hash = target;
	}
}

/** Instead of the present place, so that "back" does not return to it. */
export function swap(...parts) {
	history.replaceState(null, '', `#/${parts.map(encodeURIComponent).join('/')}`);
	tell('route');
}

addEventListener('hashchange', () => {
	if (location.hash === '' || location.hash.startsWith('#/')) {
		tell('route');
	}
});
