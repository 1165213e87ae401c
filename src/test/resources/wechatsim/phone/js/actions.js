/** What the person with the phone does; the answer to it comes later, over the stream. */

import { api } from './api.js';
import { person, tell } from './store.js';

export async function act(action) {
	const one = person();
	await api.act(one.id, action);
	const before = one.following || [];
	if (action.type === 'follow' || action.type === 'scan') {
		one.following = [...new Set([...before, action.appId])];
	}
	if (action.type === 'unfollow') {
		one.following = before.filter((appId) => appId !== action.appId);
	}
	tell('acted', action);
}
