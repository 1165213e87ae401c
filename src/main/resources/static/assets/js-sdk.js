/* Has this page signed and wakes the JS-SDK; if it cannot, the page says so and works without it. */
(function () {
	'use strict';
	var place = document.getElementById('js-sdk');
	function asleep() {
		place.textContent = place.dataset.asleep;
	}
	function words(list) {
		return (list || '').split(',').filter(Boolean);
	}
	if (!place || !window.wx) {
		if (place) {
			asleep();
		}
		return;
	}
	fetch('/h5/js-sdk?url=' + encodeURIComponent(location.href.split('#')[0]), { credentials: 'same-origin' })
		.then(function (answer) {
			return answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)));
		})
		.then(function (signature) {
			wx.ready(function () {
				document.documentElement.dataset.jsSdk = 'ready';
			});
			wx.error(asleep);
			wx.config({
				appId: signature.appId,
				timestamp: signature.timestamp,
				nonceStr: signature.nonceStr,
				signature: signature.signature,
				jsApiList: words(place.dataset.interfaces),
				openTagList: words(place.dataset.openTags)
			});
		})
		.catch(asleep);
})();
