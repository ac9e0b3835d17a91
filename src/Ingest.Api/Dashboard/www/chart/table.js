import { h } from '../parts/dom.js';
import { number, range } from '../parts/format.js';

/** The bars as a table, newest first, made when it is opened; bars without articles are left out. */
export function table(shown, unit, addressOf) {
  const rows = () => shown.filter((bin) => bin.articles > 0).reverse().map((bin) =>
    h('tr', {},
      h('th', { scope: 'row' }, h('a', { href: addressOf(bin) }, range(bin.first, bin.last))),
      h('td', {}, number(bin.quotes)),
      h('td', {}, number(bin.articles))));
  const details = h('details.as-table', {
    ontoggle: () => {
      if (details.open && !details.querySelector('table')) details.append(whole());
    },
  }, h('summary', {}, 'These numbers as a table'));
  const whole = () => h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': `Quotes and articles by ${unit}` },
    h('table', {},
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, unit[0].toUpperCase() + unit.slice(1)), h('th', { scope: 'col' }, 'Quotes'), h('th', { scope: 'col' }, 'Articles'))),
      h('tbody', {}, rows())));
  return details;
}
