/** What the page knows, and who wants to hear of a change. Nothing here touches the document. */

import { api } from './api.js';
import { recall, remember } from './memory.js';
import { instant } from './time.js';

const listeners = new Map();

export const store = {
	ready: false,
	connected: true,
	skew: 0,
	accounts: [],
	persons: [],
	settings: {},
	pushOptions: {},
	faults: [],
	personId: recall('person'),
	bubbles: new Map(),
	pushes: new Map(),
	calls: new Map(),
};

export function on(topic, listener) {
	listeners.set(topic, [...(listeners.get(topic) || []), listener]);
}

export function tell(topic, detail) {
	for (const listener of listeners.get(topic) || []) {
		listener(detail);
	}
}

export function account(appId) {
	return store.accounts.find((one) => one.appId === appId);
}

export function person(personId = store.personId) {
	return store.persons.find((one) => one.id === personId);
}

export function follows(appId) {
	return Boolean(person()?.following?.includes(appId));
}

export function bubblesOf(appId) {
	return [...store.bubbles.values()].filter((one) => one.appId === appId);
}

/** What the stream brings while a whole state is on its way; it is newer, so it is laid on top. */
let late = null;

export async function reload() {
	late = [];
	try {
		await load();
	}
	finally {
		const newer = late;
		late = null;
		newer.forEach((take) => take());
	}
	tell('reloaded');
}

async function load() {
	const [state, pushes, calls, faults] = await Promise.all([api.state(), api.pushLog(), api.apiLog(), api.faults()]);
	takeState(state);
	store.pushes = keyed(pushes.pushes);
	store.calls = keyed(calls.calls);
	store.faults = faults.faults || [];
	await loadBubbles();
	store.ready = true;
}

export function takeState(state) {
	store.accounts = state.accounts || [];
	store.persons = state.persons || [];
	store.settings = state.settings || {};
	store.pushOptions = state.pushOptions || {};
	store.faults = state.faults || store.faults;
	if (state.now) {
		store.skew = instant(state.now) - Date.now();
	}
	if (store.personId && !person()) {
		store.personId = null;
		remember('person', null);
		store.bubbles = new Map();
	}
	tell('state');
	tell('faults');
}

export async function choose(personId) {
	store.personId = personId;
	remember('person', personId);
	store.bubbles = new Map();
	await reload();
	tell('person');
}

async function loadBubbles() {
	const asked = store.personId;
	if (asked && person()) {
		const { bubbles } = await api.phone(asked);
		if (asked === store.personId) {
			store.bubbles = keyed(bubbles);
		}
	}
}

export async function loadFaults() {
	store.faults = (await api.faults()).faults || [];
	tell('faults');
}

export function takeBubble(bubble) {
	late?.push(() => takeBubble(bubble));
	if (bubble.personId === store.personId && !store.bubbles.has(bubble.id)) {
		store.bubbles.set(bubble.id, bubble);
		tell('bubble', bubble);
	}
}

export function takePush(push) {
	late?.push(() => takePush(push));
	store.pushes.set(push.id, push);
	tell('push', push);
}

export function takeCall(call) {
	late?.push(() => takeCall(call));
	store.calls.set(call.id, call);
	tell('call', call);
}

export function unread(appId) {
	const seen = instant(recall(`read.${store.personId}.${appId}`) || 0);
	return bubblesOf(appId).filter((one) => one.side !== 'me' && instant(one.at) > seen).length;
}

export function markRead(appId) {
	const last = bubblesOf(appId).at(-1);
	if (last) {
		remember(`read.${store.personId}.${appId}`, last.at);
		tell('read', appId);
	}
}

function keyed(list) {
	return new Map((list || []).map((one) => [one.id, one]));
}
