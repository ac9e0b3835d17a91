/*
 * Addresses of the views. They stand in the fragment: the Azure host answers 404 to any path that no function has, so an
 * address as a path would not survive a reload there.
 */

const query = (values) => {
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return given.length ? `?${new URLSearchParams(given)}` : '';
};

export const overviewAt = (values = {}) => `#/${query(values)}`;
export const dayAt = (date) => `#/day/${encodeURIComponent(date)}`;
export const personAt = (slug, values = {}) => `#/person/${encodeURIComponent(slug)}${query(values)}`;
export const peopleAt = (values = {}) => `#/people${query(values)}`;
export const articleAt = (id, number) => `#/article/${encodeURIComponent(id)}${query({ quote: number })}`;
export const sayingAt = (id, number) => `#/saying/${encodeURIComponent(id)}/${number}`;
export const uploadsAt = () => '#/uploads';
