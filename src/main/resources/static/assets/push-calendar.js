// The calendar of pushes: drawn by FullCalendar over what the server lists below it anyway. Dragging fills the form
// that stands in the page and sends it; whoever uses the keyboard opens a push and changes its time there.
const board = document.getElementById('push-calendar');
if (board && window.FullCalendar) {
	const account = document.getElementById('account');
	const move = document.getElementById('move');
	const within = (address) => ({
		url: address,
		extraParams: () => (account && account.value ? { account: account.value } : {}),
	});
	const calendar = new FullCalendar.Calendar(board, {
		locale: 'zh-cn',
		timeZone: 'Asia/Shanghai',
		firstDay: 1,
		height: 'auto',
		initialView: board.dataset.view,
		initialDate: board.dataset.date,
		now: board.dataset.now,
		headerToolbar: { left: 'prev,next today', center: 'title', right: 'dayGridMonth,timeGridWeek' },
		buttonIcons: false,
		buttonText: { prev: '往前', next: '往后', today: '今天', dayGridMonth: '月', timeGridWeek: '周' },
		buttonHints: { prev: '往前一$0', next: '往后一$0', today: '今天', dayGridMonth: '月', timeGridWeek: '周' },
		viewHint: '$0视图',
		allDayText: '额度',
		moreLinkText: (number) => `还有 ${number} 个`,
		noEventsText: '没有推送',
		dayMaxEvents: 4,
		slotMinTime: '06:00:00',
		slotMaxTime: '24:00:00',
		slotDuration: '01:00:00',
		slotLabelFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
		eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
		dayHeaderFormat: { weekday: 'short' },
		views: { timeGridWeek: { dayHeaderFormat: { month: 'numeric', day: 'numeric', weekday: 'short' } } },
		navLinks: false,
		eventDurationEditable: false,
		defaultTimedEventDuration: '00:30',
		eventSources: [within(board.dataset.plans), within(board.dataset.days)],
		// A cell that is named by its day alone would hide from some readers what stands in it.
		dayCellDidMount: (cell) => cell.el.removeAttribute('aria-labelledby'),
		eventDidMount: (mounted) => {
			if (mounted.event.extendedProps.words) {
				mounted.el.title = mounted.event.extendedProps.words;
			}
		},
		eventDrop: (drop) => {
			if (drop.event.allDay) {
				drop.revert();
				return;
			}
			move.action = drop.event.extendedProps.move;
			move.elements.at.value = drop.event.startStr.slice(0, 16);
			move.elements.revision.value = drop.event.extendedProps.revision;
			move.elements.view.value = drop.view.type;
			move.elements.date.value = calendar.formatIso(calendar.getDate(), true);
			move.requestSubmit();
		},
		eventSourceFailure: () => {
			document.getElementById('calendar-problem').hidden = false;
		},
	});
	calendar.render();
	if (account) {
		account.addEventListener('change', () => calendar.refetchEvents());
	}
}

// The order of the items of a push: what is dragged stands elsewhere in the form, which is sent as it stands.
const order = document.getElementById('push-items');
if (order) {
	let dragged = null;
	for (const item of order.children) {
		item.draggable = true;
		item.addEventListener('dragstart', (event) => {
			dragged = item;
			event.dataTransfer.effectAllowed = 'move';
		});
		item.addEventListener('dragover', (event) => {
			event.preventDefault();
			if (dragged && dragged !== item) {
				const middle = item.getBoundingClientRect().top + item.offsetHeight / 2;
				order.insertBefore(dragged, event.clientY < middle ? item : item.nextSibling);
			}
		});
		item.addEventListener('drop', (event) => event.preventDefault());
		item.addEventListener('dragend', () => {
			dragged = null;
			order.closest('form').requestSubmit(document.getElementById('check'));
		});
	}
}

// What is copied into WeChat's own console: as a web page is copied, so that its form is kept.
for (const button of document.querySelectorAll('button[data-copy]')) {
	button.addEventListener('click', async () => {
		const source = document.getElementById(button.dataset.copy);
		const said = document.getElementById('news');
		try {
			const html = source.value;
			await navigator.clipboard.write([new ClipboardItem({
				'text/html': new Blob([html], { type: 'text/html' }),
				'text/plain': new Blob([html], { type: 'text/plain' }),
			})]);
			button.textContent = '已复制';
			if (said) {
				said.textContent = '已复制';
			}
		}
		catch {
			source.focus();
			source.select();
			button.textContent = '已选中，请按 Ctrl+C';
		}
	});
}
