/** Builds elements without ever parsing text as markup: what people write is only ever text. */

const SVG = 'http://www.w3.org/2000/svg';

export function h(tag, attributes = {}, ...children) {
	return fill(document.createElement(tag), attributes, children);
}

export function s(tag, attributes = {}, ...children) {
	return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
	for (const [name, value] of Object.entries(attributes)) {
		if (value === undefined || value === null || value === false) {
			continue;
		}
		if (name.startsWith('on')) {
			element.addEventListener(name.slice(2), value);
		}
		else if (name === 'value') {
			element.value = value;
		}
		else {
			element.setAttribute(name, value === true ? '' : String(value));
		}
	}
	element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
	return element;
}

export function button(label, onclick, attributes = {}, ...children) {
	return h('button', { type: 'button', onclick, ...attributes }, ...(children.length ? children : [label]));
}
