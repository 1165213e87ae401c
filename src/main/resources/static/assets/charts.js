// Draws each chart from the table beside it: the table is what everybody can read, the chart shows the same.

const colours = ['#1f6f54', '#b4552d', '#2b5c9e', '#8a6d1f', '#6b4a8c'];

const number = (cell) => Number((cell.textContent || '').replace(/[^0-9.-]/g, '')) || 0;

function read(table) {
	const heads = [...table.tHead.rows[0].cells];
	const rows = [...table.tBodies[0].rows];
	const drawn = heads.map((head, index) => ({ head, index })).filter(({ head }) => head.hasAttribute('data-series'));
	return {
		names: rows.map((row) => row.cells[0].textContent.trim()),
		series: drawn.map(({ head, index }) => ({ name: head.textContent.trim(), values: rows.map((row) => number(row.cells[index])) })),
	};
}

function option(kind, { names, series }) {
	const lying = kind === 'bar-lying';
	const category = { type: 'category', data: lying ? [...names].reverse() : names, axisLabel: { color: '#333', width: 150, overflow: 'truncate' } };
	const value = { type: 'value', minInterval: 1, axisLabel: { color: '#333' } };
	return {
		animation: false,
		color: colours,
		grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
		xAxis: lying ? value : category,
		yAxis: lying ? category : value,
		series: series.map((one) => ({ type: kind === 'line' ? 'line' : 'bar', name: one.name, symbolSize: 4, data: lying ? [...one.values].reverse() : one.values })),
	};
}

// The simple build draws no legend.
function legend(series) {
	const line = document.createElement('p');
	line.className = 'legend';
	series.forEach((one, index) => {
		const mark = document.createElement('span');
		mark.className = 'legend-mark';
		mark.style.background = colours[index % colours.length];
		line.append(mark, `${one.name}　`);
	});
	return line;
}

for (const field of document.querySelectorAll('[data-chart]')) {
	const table = document.getElementById(field.dataset.of);
	if (window.echarts && table?.tBodies[0]?.rows.length > 0) {
		const data = read(table);
		field.hidden = false;
		const chart = window.echarts.init(field, null, { renderer: 'svg' });
		chart.setOption(option(field.dataset.chart, data));
		field.append(legend(data.series));
		window.addEventListener('resize', () => chart.resize());
	}
}
