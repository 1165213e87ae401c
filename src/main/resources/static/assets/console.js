// Improves what works without it: "/" goes to the search box; an expired session leads to the sign-in.
document.addEventListener('keydown', (event) => {
	const at = event.target;
	const writes = at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
	if (event.key !== '/' || writes || event.ctrlKey || event.altKey || event.metaKey) {
		return;
	}
	const find = document.getElementById('find');
	if (find) {
		event.preventDefault();
		find.focus();
		find.select();
	}
});

document.addEventListener('click', (event) => {
	for (const sheet of document.querySelectorAll('details.me[open]')) {
		if (!sheet.contains(event.target)) {
			sheet.open = false;
		}
	}
});

document.addEventListener('htmx:responseError', () => window.location.reload());
