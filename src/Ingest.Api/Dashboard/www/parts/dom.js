/**
 * Makes an element. What stands in an article is data: children become text nodes and attributes go through setAttribute,
 * so that no text is ever read as markup.
 *
 * @param {string} tag `name` or `name.class.class`
 * @param {Record<string, unknown>} [attributes] `onclick` and the like are listeners; null, undefined and false leave an attribute out
 * @param {...(Node | string | number | null | undefined | false | Array)} children
 */
export function h(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  add(element, children);
  return element;
}

/** Appends children as {@link h} takes them. */
export function add(element, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/** Puts children in place of what an element holds. */
export function put(element, ...children) {
  element.replaceChildren();
  add(element, ...children);
}

/** A length from 0 to 1 as a bar in CSS; set through the object model, which the content security policy allows. */
export function bar(className, share) {
  const element = h(`span.${className}`, { 'aria-hidden': 'true' });
  element.style.setProperty('--share', String(Math.max(0, Math.min(1, share))));
  return element;
}

/** A link out of the app: http and https only; anything else is shown as text. */
export function outward(url, ...children) {
  if (!/^https?:\/\//i.test(url ?? '')) return h('span', {}, ...children);
  return h('a.outward', { href: url, rel: 'noopener noreferrer nofollow', target: '_blank' }, ...children, h('span.unseen', {}, ' (opens the original in a new tab)'));
}

/** Tells what happened to those who listen to the page. */
export function say(text) {
  document.getElementById('said').textContent = text;
}
