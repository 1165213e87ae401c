/** The stream of what happens in the simulator; comes back by itself and says so while it is away. */

import { reload, store, takeBubble, takeCall, takePush, takeState, tell } from './store.js';

const SHORTEST = 500;
const LONGEST = 4000;

let pause = SHORTEST;

export function listen() {
	const source = new EventSource('/sim/events');
	source.onopen = () => {
		pause = SHORTEST;
		// What happened while nobody listened is read again; events carry ids, so nothing doubles.
		reload().then(() => connected(true)).catch(() => again(source));
	};
	source.onerror = () => again(source);
	source.addEventListener('phone', (event) => takeBubble(JSON.parse(event.data)));
	source.addEventListener('push', (event) => takePush(JSON.parse(event.data)));
	source.addEventListener('api', (event) => takeCall(JSON.parse(event.data)));
	source.addEventListener('state', (event) => changed(JSON.parse(event.data)));
}

function again(source) {
	source.close();
	connected(false);
	setTimeout(listen, pause);
	pause = Math.min(pause * 2, LONGEST);
}

function connected(yes) {
	store.connected = yes;
	tell('connection');
}

/** A world without people has been reset: what is shown of the old one goes too. */
function changed(state) {
	takeState(state);
	if (store.persons.length === 0 && store.pushes.size > 0) {
		reload().catch(() => null);
	}
}
