/** Starts the page: the phone, the bench beside it, and the stream that keeps both alive. */

import { startBench } from './bench.js';
import { listen } from './live.js';
import { startPhone } from './shell.js';
import { on, store } from './store.js';

on('connection', () => {
	document.getElementById('lost').hidden = store.connected;
});

startPhone();
startBench();
listen();
