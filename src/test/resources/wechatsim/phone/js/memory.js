/** Small things this browser remembers between visits; without storage the page still works. */

const PREFIX = 'wechatsim.';

export function recall(key) {
	try {
		return JSON.parse(localStorage.getItem(PREFIX + key));
	}
	catch {
		return null;
	}
}

export function remember(key, value) {
	try {
		localStorage.setItem(PREFIX + key, JSON.stringify(value));
	}
	catch {
		// Private windows may refuse; then the page simply forgets.
	}
}
