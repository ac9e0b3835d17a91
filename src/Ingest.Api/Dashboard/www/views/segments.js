/**
 * Cuts a stretch of text where anything starts or ends in it, so that marks which overlap or stand in each other become pieces in a
 * row, each with all that covers it.
 *
 * @template T
 * @param {number} start UTF-16 code unit, as JavaScript counts strings
 * @param {number} end exclusive
 * @param {{span: [number, number], mark: T}[]} marks
 * @returns {{start: number, end: number, marks: T[]}[]}
 */
export function segments(start, end, marks) {
  const inside = marks.filter(({ span }) => span[0] < end && span[1] > start && span[0] < span[1]);
  const cuts = new Set([start, end]);
  for (const { span } of inside) {
    cuts.add(Math.max(start, span[0]));
    cuts.add(Math.min(end, span[1]));
  }
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(1).map((to, index) => ({
    start: places[index],
    end: to,
    marks: inside.filter(({ span }) => span[0] <= places[index] && span[1] >= to).map(({ mark }) => mark),
  }));
}
