/** What the person with the phone does; the answer to it comes later, over the stream. */

import { api } from './api.js';
import { person, tell } from './store.js';

export async function act(action) {
	const one = person();
	const done = await api.act(one.id, action);
	const appId = done.appId || action.appId;
	const before = one.following || [];
	if (action.type === 'follow' || action.type === 'scan') {
		one.following = [...new Set([...before, appId])];
	}
	if (action.type === 'unfollow') {
		one.following = before.filter((each) => each !== appId);
	}
	tell('acted', action);
	return { ...done, appId };
}
