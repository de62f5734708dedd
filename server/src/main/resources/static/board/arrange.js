// @ts-check
/** Bringing elements into an order without touching those that stand right already. */

/** Makes these the children, and no others. */
export function keep(parent, wanted) {
  arrange(parent, wanted).forEach((child) => child.remove());
}

/**
 * Puts these into their order by moving as few as possible; what else the parent holds stays where it is. What moves
 * keeps its focus and its open editor where the browser has moveBefore.
 *
 * @param {Element} parent
 * @param {Element[]} wanted
 * @returns {Element[]} what else the parent holds
 */
export function arrange(parent, wanted) {
  const places = new Map(Array.from(parent.children, (child, place) => [child, place]));
  const staying = inOrder(wanted.filter((child) => places.has(child)), (child) => places.get(child));
  let next = null;
  for (const child of wanted.toReversed()) {
    if (!staying.has(child)) {
      put(parent, child, next);
    }
    places.delete(child);
    next = child;
  }
  return Array.from(places.keys());
}

function put(parent, child, next) {
  if (parent.moveBefore && child.isConnected) {
    parent.moveBefore(child, next);
  } else {
    parent.insertBefore(child, next);
  }
}

/**
 * As many as possible of those that follow one another already: the longest rising sequence.
 *
 * @template T
 * @param {T[]} all
 * @param {(one: T) => number} place
 * @returns {Set<T>}
 */
function inOrder(all, place) {
  /** The last one of the sequence of each length that ends lowest, and who comes before each in its own. */
  const ends = [];
  const before = new Map();
  for (const one of all) {
    let length = ends.length;
    while (length > 0 && place(ends[length - 1]) > place(one)) {
      length--;
    }
    before.set(one, ends[length - 1]);
    ends[length] = one;
  }
  const sequence = new Set();
  for (let one = ends.at(-1); one; one = before.get(one)) {
    sequence.add(one);
  }
  return sequence;
}
