/** The simulator's control interface, one function a sentence of it. */

async function call(method, path, body) {
	const options = { method, headers: { Accept: 'application/json' } };
	if (body !== undefined) {
		options.headers['Content-Type'] = 'application/json';
		options.body = JSON.stringify(body);
	}
	const answer = await fetch(path, options);
	const text = await answer.text();
	if (!answer.ok) {
		throw new Error(reason(answer.status, text));
	}
	return text ? JSON.parse(text) : {};
}

function reason(status, text) {
	try {
		const body = JSON.parse(text);
		return body.message || body.error || `HTTP ${status}`;
	}
	catch {
		return `HTTP ${status}`;
	}
}

const id = encodeURIComponent;

export const api = {
	state: () => call('GET', '/sim/state'),
	pushLog: () => call('GET', '/sim/push-log'),
	apiLog: () => call('GET', '/sim/api-log'),
	faults: () => call('GET', '/sim/faults'),
	phone: (personId) => call('GET', `/sim/persons/${id(personId)}/phone`),
	enter: (personId, appId, fresh) => call('POST', `/sim/persons/${id(personId)}/enter`, { appId, fresh }),
	codes: () => call('GET', '/sim/codes'),
	readCode: (picture) => call('POST', '/sim/codes/read', { picture }),
	addPerson: (nickname) => call('POST', '/sim/persons', { nickname }),
	act: (personId, action) => call('POST', `/sim/persons/${id(personId)}/actions`, action),
	templates: (appId, personId) => call('GET', `/sim/templates?appId=${id(appId)}&personId=${id(personId)}`),
	answerNotices: (personId, answers) => call('POST', `/sim/persons/${id(personId)}/notices`, answers),
	switchNoticesOff: (personId, which) => call('POST', `/sim/persons/${id(personId)}/notices/off`, which),
	masses: (appId) => call('GET', `/sim/accounts/${id(appId)}/masses`),
	confirmMass: (msgId) => call('POST', `/sim/mass/${id(msgId)}/confirm`),
	refuseMass: (msgId) => call('POST', `/sim/mass/${id(msgId)}/refuse`),
	sendByHand: (appId, titles) => call('POST', `/sim/accounts/${id(appId)}/console-send`, { titles }),
	redeliver: (pushId) => call('POST', `/sim/pushes/${id(pushId)}/redeliver`),
	addFault: (fault) => call('POST', '/sim/faults', fault),
	dropFault: (faultId) => call('DELETE', `/sim/faults/${id(faultId)}`),
	dropFaults: () => call('DELETE', '/sim/faults'),
	pushOptions: (options) => call('POST', '/sim/push-options', options),
	settings: (settings) => call('POST', '/sim/settings', settings),
	advance: (duration) => call('POST', '/sim/clock', { advance: duration }),
	reset: () => call('POST', '/sim/reset'),
};
