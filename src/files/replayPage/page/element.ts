type Attributes = { readonly [name: string]: string | number | true | undefined };

const filled = <E extends Element>(made: E, attributes: Attributes, children: readonly (Node | string)[]): E => {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, value === true ? '' : String(value));
  made.append(...children);
  return made;
};

/** An element with its attributes and what stands in it; texts become text, whatever they say. */
export const element = <N extends keyof HTMLElementTagNameMap>(
  name: N,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[N] => filled(document.createElement(name), attributes, children);

export const drawn = <N extends keyof SVGElementTagNameMap>(
  name: N,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): SVGElementTagNameMap[N] =>
  filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);

/** A name out of the model: it keeps to itself, in whichever direction it is written. */
export const named = (text: string, attributes: Attributes = {}): HTMLElement => element('bdi', attributes, text);

/** A part of the page with its heading. */
export const part = (name: string, title: string, ...children: (Node | string)[]): HTMLElement =>
  element('section', { class: `part ${name}`, 'aria-label': title }, element('h2', {}, title), ...children);
