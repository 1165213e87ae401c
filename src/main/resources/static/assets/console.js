// Improves what works without it. Loaded before htmx, which then finds the attributes set here.

// A filter form changes the list under it while one types, unless each look is recorded.
for (const form of document.querySelectorAll('form.filter:not([data-by-button])')) {
	if (document.getElementById('list')) {
		form.setAttribute('hx-get', form.getAttribute('action'));
		form.setAttribute('hx-target', '#list');
		form.setAttribute('hx-select', '#list');
		form.setAttribute('hx-swap', 'outerHTML');
		form.setAttribute('hx-push-url', 'true');
		form.setAttribute('hx-sync', 'this:replace');
		form.setAttribute('hx-trigger', 'submit, change, input changed delay:400ms');
	}
}

// Whoever listens to the page hears that the list has changed.
document.addEventListener('htmx:afterSwap', () => {
	if (!document.getElementById('list')) {
		return;
	}
	const rows = document.querySelectorAll('#list tbody tr').length;
	const news = document.getElementById('news');
	if (news) {
		news.textContent = rows > 0 ? `列表已更新，本页 ${rows} 行` : '没有符合条件的内容';
	}
});

// What is refused is shown as the page it would have been without scripts.
document.addEventListener('htmx:responseError', (event) => {
	window.location.assign(event.detail.pathInfo.finalRequestPath);
});

// "/" goes to the search box.
document.addEventListener('keydown', (event) => {
	const at = event.target;
	const writes = at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
	const find = document.getElementById('find');
	if (event.key !== '/' || writes || event.ctrlKey || event.altKey || event.metaKey || !find) {
		return;
	}
	event.preventDefault();
	find.focus();
	find.select();
});

// The sheet under one's name closes by Escape and by a click elsewhere.
const sheet = document.querySelector('details.me');
if (sheet) {
	document.addEventListener('click', (event) => {
		if (!sheet.contains(event.target)) {
			sheet.open = false;
		}
	});
	sheet.addEventListener('keydown', (event) => {
		if (event.key === 'Escape') {
			sheet.open = false;
			sheet.querySelector('summary').focus();
		}
	});
}

// A page with data-refresh looks for news every so many seconds, as long as somebody looks at it and did something in
// the last five minutes: whoever left is still signed out in time. What was typed outside of that part stays.
let usedAt = Date.now();
for (const use of ['keydown', 'pointerdown', 'scroll']) {
	document.addEventListener(use, () => { usedAt = Date.now(); }, { passive: true });
}
const refreshed = document.querySelector('[data-refresh]');
if (refreshed) {
	const part = refreshed.id;
	window.setInterval(() => {
		const isUsed = Date.now() - usedAt < 300000 && document.visibilityState === 'visible';
		const holdsFocus = document.getElementById(part)?.contains(document.activeElement);
		if (isUsed && !holdsFocus) {
			document.getElementById(part)?.dispatchEvent(new Event('refresh'));
		}
	}, refreshed.dataset.refresh * 1000);
	let known = refreshed.dataset.news;
	document.addEventListener('htmx:afterSwap', () => {
		const now = document.getElementById(part)?.dataset.news;
		const news = document.getElementById('news');
		if (now && now !== known && news) {
			known = now;
			news.textContent = '会话有新的内容';
		}
	});
}

// The preview of a menu follows its form.
const showMenu = () => {
	const button = document.querySelector('button[data-preview]');
	if (button) {
		button.form.requestSubmit(button);
	}
};
document.addEventListener('htmx:afterSettle', showMenu);
document.addEventListener('change', (event) => {
	if (event.target instanceof HTMLInputElement && event.target.closest('#menu-editor')) {
		showMenu();
	}
});
showMenu();
