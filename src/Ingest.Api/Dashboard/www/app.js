import { Router } from './router.js';
import { search } from './parts/search.js';
import { acceptDrops } from './upload/drop.js';
import { article } from './views/article.js';
import { day } from './views/day.js';
import { overview } from './views/overview.js';
import { people } from './views/people.js';
import { person } from './views/person.js';
import { saying } from './views/saying.js';
import { uploads } from './views/uploads.js';
import { uploadsAt } from './parts/links.js';

const main = document.getElementById('main');
const router = new Router(main, {
  '': { view: overview, what: 'the overview' },
  day: { view: day, what: 'the day' },
  person: { view: person, what: 'the speaker' },
  people: { view: people, what: 'the speakers' },
  article: { view: article, what: 'the article' },
  saying: { view: saying, what: 'the places' },
  uploads: { view: uploads, what: 'the uploads' },
});

addEventListener('scroll', () => router.scrolled(), { passive: true });
document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
search(document.getElementById('search'));
acceptDrops(() => {
  location.hash = uploadsAt();
});
router.start();
