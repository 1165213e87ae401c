/* Plays jweixin 1.6.0: asks the simulator about the signature, and makes buttons of open tags. */
(function (global) {
	'use strict';
	var home = new URL(document.currentScript.src).origin;
	var state = 'new', complaint = '', ready = [], failed = [], number = 0;

	function ask(config) {
		var callback = '__jweixin' + (++number);
		var script = document.createElement('script');
		global[callback] = function (answer) {
			delete global[callback];
			script.remove();
			complaint = answer.complaint;
			state = complaint ? 'failed' : 'ready';
			if (state === 'ready') {
				openTags(config.openTagList || []);
				ready.splice(0).forEach(function (listener) { listener(); });
			}
			else {
				failed.forEach(function (listener) { listener({ errMsg: complaint }); });
				document.dispatchEvent(new CustomEvent('WeixinOpenTagsError', { detail: { errMsg: complaint } }));
			}
		};
		script.src = home + '/open/js/check?callback=' + callback + '&' + ['appId', 'timestamp', 'nonceStr', 'signature']
			.map(function (name) { return name + '=' + encodeURIComponent(config[name]); }).join('&')
			+ '&url=' + encodeURIComponent(location.href.split('#')[0]);
		document.head.appendChild(script);
	}

	function openTags(names) {
		names.forEach(function (name) {
			if (!customElements.get(name)) {
				customElements.define(name, tag(name));
			}
		});
	}

	function tag(name) {
		return class extends HTMLElement {
			connectedCallback() {
				var template = this.querySelector('script[type="text/wxtag-template"], template');
				var button = document.createElement('button');
				button.type = 'button';
				button.textContent = template ? template.innerHTML.replace(/<[^>]*>/g, '').trim() : name;
				button.addEventListener('click', () => this.tapped(button));
				this.appendChild(button);
				this.dispatchEvent(new CustomEvent('ready', { detail: {} }));
			}

			tapped(button) {
				if (name !== 'wx-open-subscribe') {
					this.dispatchEvent(new CustomEvent('launch', { detail: {} }));
					return;
				}
				var dialog = document.createElement('p');
				dialog.setAttribute('role', 'group');
				dialog.setAttribute('aria-label', '订阅通知');
				[['允许', 'accept'], ['拒绝', 'reject'], ['取消', 'cancel']].forEach(([words, status]) => {
					var choice = document.createElement('button');
					choice.type = 'button';
					choice.textContent = words;
					choice.addEventListener('click', () => {
						dialog.remove();
						button.disabled = false;
						this.subscribed(status);
					});
					dialog.appendChild(choice);
				});
				button.disabled = true;
				this.appendChild(dialog);
			}

			subscribed(status) {
				var details = {};
				(this.getAttribute('template') || '').split(',').filter(Boolean).forEach(function (id) {
					details[id.trim()] = JSON.stringify({ status: status });
				});
				this.dispatchEvent(new CustomEvent('success', {
					detail: { errMsg: 'subscribe:ok', subscribeDetails: JSON.stringify(details) } }));
			}
		};
	}

	global.wx = {
		config: function (config) { ask(config); },
		ready: function (listener) {
			if (state === 'ready') {
				listener();
			}
			else {
				ready.push(listener);
			}
		},
		error: function (listener) {
			failed.push(listener);
			if (state === 'failed') {
				listener({ errMsg: complaint });
			}
		},
		checkJsApi: function (options) {
			var result = {};
			options.jsApiList.forEach(function (name) { result[name] = state === 'ready'; });
			if (options.success) {
				options.success({ checkResult: result, errMsg: 'checkJsApi:ok' });
			}
		},
		closeWindow: function () { global.close(); }
	};
	['updateAppMessageShareData', 'updateTimelineShareData', 'hideMenuItems', 'hideAllNonBaseMenuItem']
		.forEach(function (name) {
			global.wx[name] = function (options) {
				var outcome = state === 'ready' ? 'success' : 'fail';
				if (options && options[outcome]) {
					options[outcome]({ errMsg: name + (state === 'ready' ? ':ok' : ':permission denied') });
				}
			};
		});
})(window);
