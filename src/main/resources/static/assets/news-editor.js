// The editor of the news: it saves by itself, and no keystroke is lost. What was typed lies in this browser until the
// server has it, across an expired session and a closed window. Without this script the page is a form with a button.
(() => {
	const form = document.getElementById('news-editor');
	if (!form) {
		return;
	}
	const at = `/console/news/${form.dataset.item}`;
	const key = `news-copy-${form.dataset.person}-${form.dataset.item}`;
	const state = document.getElementById('save-state');
	const body = document.getElementById('body');
	const revision = form.elements.revision;
	let token = form.elements._csrf ? form.elements._csrf.value : '';
	let editor = null;
	let dirty = false;
	let saving = false;
	let waits = null;
	let conflict = false;

	const say = (words, isTrouble, link) => {
		state.textContent = words;
		state.classList.toggle('trouble', Boolean(isTrouble));
		if (link) {
			const a = document.createElement('a');
			a.href = link.href;
			a.target = '_blank';
			a.rel = 'noopener';
			a.textContent = link.words;
			state.append(' ', a);
		}
	};

	const typed = () => {
		const fields = [];
		for (const [name, value] of new FormData(form)) {
			if (name !== '_csrf' && typeof value === 'string') {
				fields.push([name, value]);
			}
		}
		return fields;
	};

	const keepCopy = () => {
		try {
			localStorage.setItem(key, JSON.stringify({ at: Date.now(), revision: revision.value, fields: typed() }));
			return true;
		} catch (ex) {
			return false;
		}
	};
	const copy = () => {
		try {
			return JSON.parse(localStorage.getItem(key));
		} catch (ex) {
			return null;
		}
	};
	const forgetCopy = () => {
		try {
			localStorage.removeItem(key);
		} catch (ex) {
			// It is not allowed here: then there is none.
		}
	};

	// How much WeChat takes.
	const count = (field) => {
		const hint = document.getElementById(`${field.id}-count`);
		const length = [...field.value].length;
		const limit = Number(field.dataset.limit);
		hint.textContent = length > limit ? `${length} 字，微信最多 ${limit} 字：${field.dataset.over}` : `${length} 字，微信最多 ${limit} 字`;
		hint.classList.toggle('over', length > limit);
	};
	const limited = [...form.querySelectorAll('[data-limit]')];
	limited.forEach(count);

	const changed = () => {
		dirty = true;
		limited.forEach(count);
		const isKept = keepCopy();
		if (conflict) {
			return;
		}
		say(isKept ? '有改动，马上自动保存…' : '有改动，马上自动保存。这个浏览器不能留备份，请不要关闭页面。');
		window.clearTimeout(waits);
		waits = window.setTimeout(save, 2000);
	};

	const post = (path, data) => {
		data.set('_csrf', token);
		return fetch(at + path, { method: 'POST', body: data, headers: { 'HX-Request': 'true', Accept: 'application/json' }, redirect: 'manual' });
	};

	const signedOut = () => say('登录已过期。您写的内容都在这台电脑上，没有丢。请在新窗口登录，登录后这里会自动接着保存。', true,
		{ href: '/console', words: '重新登录' });

	const tell = (answer) => {
		const others = document.getElementById('others');
		if (answer.token) {
			token = answer.token;
			if (form.elements._csrf) {
				form.elements._csrf.value = token;
			}
		}
		const words = answer.others.length > 0 ? `${answer.others.join('、')} 也打开着这条新闻。请先商量由谁来改。` : '';
		if (others.textContent !== words) {
			others.textContent = words;
		}
		others.hidden = words === '';
	};

	async function save() {
		if (saving || !dirty || conflict) {
			return;
		}
		saving = true;
		dirty = false;
		const data = new URLSearchParams(typed());
		try {
			const response = await post('/autosave', data);
			if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) {
				dirty = true;
				signedOut();
			} else if (response.ok) {
				const answer = await response.json();
				revision.value = answer.revision;
				tell(answer);
				if (!dirty) {
					forgetCopy();
				} else {
					keepCopy();
				}
				say(`已保存（${answer.time}，第 ${answer.version} 版，${answer.stage}）`);
			} else if (response.status === 409) {
				const answer = await response.json();
				tell(answer);
				dirty = true;
				conflict = true;
				say(`${answer.problem} 您的内容还在这个页面上，也留在这台电脑上。`, true, { href: at, words: '查看现在的版本' });
			} else {
				dirty = true;
				const isJson = (response.headers.get('Content-Type') || '').includes('json');
				say(isJson ? (await response.json()).problem : '暂时没有存上，过一会儿会自动再试。内容留在这台电脑上。', true);
			}
		} catch (ex) {
			dirty = true;
			say('网络不通，暂时没有存上，过一会儿会自动再试。内容留在这台电脑上。', true);
		}
		saving = false;
		if (dirty && !conflict) {
			window.clearTimeout(waits);
			waits = window.setTimeout(save, 4000);
		}
	}

	// Whoever else is there, and the word of the session after a new sign-in.
	const look = async () => {
		try {
			const response = await fetch(`${at}/presence`, { headers: { 'HX-Request': 'true', Accept: 'application/json' }, redirect: 'manual' });
			if (response.ok) {
				tell(await response.json());
				save();
			} else if (response.status === 401 && dirty) {
				signedOut();
			}
		} catch (ex) {
			// It is tried again.
		}
	};
	window.setInterval(look, 15000);
	window.addEventListener('focus', look);

	const setBody = (html) => {
		if (editor) {
			editor.setHtml(html);
		}
		body.value = html;
	};

	const fill = (fields) => {
		const lists = new Map();
		for (const [name, value] of fields) {
			lists.set(name, [...(lists.get(name) || []), value]);
		}
		for (const field of form.elements) {
			const values = lists.get(field.name) || [];
			if (field.type === 'checkbox') {
				field.checked = values.includes(field.value);
			} else if (field.name && !['_csrf', 'revision', 'body'].includes(field.name) && field.type !== 'file' && values.length > 0) {
				field.value = values[0];
			}
		}
		if (lists.has('body')) {
			setBody(lists.get('body')[0]);
		}
	};

	const upload = async (file) => {
		const data = new FormData();
		data.set('file', file);
		const response = await post('/files', data);
		if (response.ok) {
			return response.json();
		}
		const isJson = (response.headers.get('Content-Type') || '').includes('json');
		throw new Error(isJson ? (await response.json()).problem : '没有上传成功。请重新登录后再试。');
	};

	// What is pasted is cleaned by the server; what of it went is said.
	const paste = async (html, words) => {
		const report = document.getElementById('paste-report');
		report.textContent = '正在清理粘贴的内容…';
		try {
			const response = await post('/paste', new URLSearchParams({ html }));
			const answer = await response.json();
			if (!response.ok) {
				throw new Error(answer.gone[0]);
			}
			editor.dangerouslyInsertHtml(answer.html);
			report.textContent = answer.gone.length > 0 ? `来自${answer.origin}。${answer.gone.join('；')}。` : `来自${answer.origin}，没有丢失内容。`;
		} catch (ex) {
			editor.insertText(words);
			report.textContent = '没有清理成，只保留了文字。';
		}
		changed();
	};

	// Its buttons are drawn later than itself, and say what they do only to the eye.
	const name = (toolbar) => {
		for (const button of toolbar.querySelectorAll('button:not([aria-label])')) {
			button.type = 'button';
			if (button.textContent.trim() === '') {
				button.setAttribute('aria-label', (button.dataset.tooltip || button.dataset.menuKey || '工具').replace(/\s+/g, ' '));
			}
		}
	};

	const open = () => {
		const make = window.wangEditor;
		if (!make) {
			return;
		}
		const writing = document.getElementById('writing');
		const toolbar = document.getElementById('toolbar');
		writing.hidden = false;
		toolbar.hidden = false;
		let isReady = false;
		editor = make.createEditor({
			selector: '#writing',
			html: body.value,
			config: {
				placeholder: '在这里写正文',
				scroll: true,
				onChange: (one) => {
					if (isReady) {
						body.value = one.getHtml();
						changed();
					}
				},
				customPaste: (one, event) => {
					const html = event.clipboardData.getData('text/html');
					if (!html) {
						return true;
					}
					event.preventDefault();
					paste(html, event.clipboardData.getData('text/plain'));
					return false;
				},
				MENU_CONF: {
					uploadImage: {
						customUpload: async (file, insert) => {
							try {
								const kept = await upload(file);
								insert(kept.url, kept.name, '');
							} catch (ex) {
								say(ex.message, true);
							}
						},
					},
				},
			},
		});
		make.createToolbar({
			editor,
			selector: '#toolbar',
			config: { toolbarKeys: ['headerSelect', 'bold', 'italic', 'underline', 'through', '|', 'bulletedList', 'numberedList', 'blockquote', '|', 'insertLink', 'uploadImage', 'insertTable', 'divider', '|', 'undo', 'redo'] },
		});
		const editable = writing.querySelector('[contenteditable]');
		editable.setAttribute('aria-labelledby', 'body-label');
		editable.setAttribute('role', 'textbox');
		editable.setAttribute('aria-multiline', 'true');
		name(toolbar);
		new MutationObserver(() => name(toolbar)).observe(toolbar, { childList: true, subtree: true });
		body.hidden = true;
		window.setTimeout(() => { isReady = true; }, 0);
	};
	open();

	form.addEventListener('input', (event) => {
		if (event.target.type !== 'file' && !event.target.closest('#writing, #toolbar')) {
			changed();
		}
	});
	form.addEventListener('submit', () => {
		if (editor) {
			body.value = editor.getHtml();
		}
		window.removeEventListener('beforeunload', warn);
	});

	document.getElementById('cover-file').addEventListener('change', async (event) => {
		const name = document.getElementById('cover-name');
		try {
			const kept = await upload(event.target.files[0]);
			if (!kept.picture) {
				throw new Error('封面要用图片。');
			}
			document.getElementById('cover').value = kept.id;
			name.textContent = kept.name;
			changed();
		} catch (ex) {
			name.textContent = ex.message;
		}
	});
	document.getElementById('attachment-file').addEventListener('change', async (event) => {
		const report = document.getElementById('attachment-report');
		try {
			const kept = await upload(event.target.files[0]);
			const label = document.createElement('label');
			const box = document.createElement('input');
			box.type = 'checkbox';
			box.name = 'files';
			box.value = kept.id;
			box.checked = true;
			label.append(box, ` ${kept.name}`);
			const line = document.createElement('li');
			line.append(label);
			document.getElementById('attachment-list').append(line);
			report.textContent = kept.open > 0 ? `发现 ${kept.open} 项隐藏信息，要由保密审查员答复后才能发布。` : '检查完毕，没有待答复的问题。';
			event.target.value = '';
			changed();
		} catch (ex) {
			report.textContent = ex.message;
		}
	});

	const warn = (event) => {
		if (dirty && !keepCopy()) {
			event.preventDefault();
		}
	};
	window.addEventListener('beforeunload', warn);
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'hidden' && dirty) {
			keepCopy();
			save();
		}
	});

	// What the server never got comes back: at once where nobody saved meanwhile, or else by choice. The button sends
	// the form before anybody can know that the server has it, so that copy may say what stands here already.
	const content = (fields) => JSON.stringify(fields.filter(([name]) => name !== 'revision'));
	const left = copy();
	if (left && content(left.fields) === content(typed())) {
		forgetCopy();
	} else if (left) {
		const when = new Date(left.at).toLocaleString('zh-CN');
		const note = document.getElementById('restored');
		const words = document.getElementById('restored-words');
		const take = () => {
			fill(left.fields);
			changed();
		};
		note.hidden = false;
		document.getElementById('use-copy').addEventListener('click', () => {
			take();
			note.hidden = true;
		});
		document.getElementById('use-server').addEventListener('click', () => {
			forgetCopy();
			dirty = false;
			window.location.reload();
		});
		if (left.revision === revision.value) {
			take();
			words.textContent = `已接着上次没有存上的内容（${when}）。不需要的话，点“用服务器上的”。`;
			document.getElementById('use-copy').hidden = true;
		} else {
			words.textContent = `这台电脑上有一份没有存上的内容（${when}），但后来有人保存过新的版本。请选择用哪一份。`;
		}
	}
})();
