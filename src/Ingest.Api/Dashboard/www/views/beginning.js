import { h } from '../parts/dom.js';
import { uploadsAt } from '../parts/links.js';

const sample = ` date 2026-01-03 https://example.org/2026/01/03/bridge
Old Harbour Bridge to Reopen in March
The bridge will reopen in March, Mayor Ada Okonkwo said on Saturday.
"We promised a date and we will keep it," Okonkwo told reporters.`;

/** What an app without articles shows: how to begin. */
export const beginning = () =>
  h('div.beginning', {},
    h('header.page-head', {},
      h('p.kicker', {}, 'Nothing is stored yet'),
      h('h1', {}, 'Start with an article'),
      h('p.standfirst', {}, 'Ingest reads news articles and keeps who said what, and when. Give it some.')),
    h('ol.steps', {},
      h('li', {},
        h('h2', {}, 'Drop files anywhere on this page'),
        h('p', {}, 'Plain text, one article a file; a folder will do too.'),
        h('p', {}, h('a.button.primary', { href: uploadsAt() }, 'Choose files'))),
      h('li', {},
        h('h2', {}, 'What a file looks like'),
        h('p', {}, 'A line with the date and the address, a line with the headline, then a paragraph a line. What is missing is worked out where it can be.'),
        h('pre', { tabindex: '0', 'aria-label': 'A sample article' }, sample)),
      h('li', {},
        h('h2', {}, 'Or from a terminal'),
        h('pre', { tabindex: '0', 'aria-label': 'A command' }, 'dotnet run --project src/Ingest.Cli -- upload samples'))));
