// Which briefings answer, and in which order.
import { joined, together } from "./query.js";

// How much it counts that words stand in what is known of a briefing, beside its text. `published` and `recalled` are
// days of it and of its background, `slug` is its address (builder/engine/search_hints.py).
export const RANKING = {
  metaWeights: {
    title: 8, published: 5, recalled: 0.5, subject: 1, subjects: 0.5, slug: 2, outlet: 0.5, date: 0, all: 0, language: 0, lang: 0,
  },
};
const FEW = 5; // briefings; where fewer have all words, those are added that lack one, then those that lack two
const LONG = [3, 4, 6]; // terms from which one may be lacking though some have all, from which two may, and at most
const CROWD = 2000; // briefings among which words side by side are not looked for: it would take as long as the search
const SIDE_BY_SIDE = 0.5; // of its score is added to a briefing that has words side by side as they were typed

/**
 * Return the `results`, best first, how many of them have all terms (`all`), and the searches by whose counts theirs can be
 * added up (`parts`: a query, and how many `times` it counts).
 */
export async function gather(pagefind, terms, options) {
  const lists = await searches(pagefind, terms.filter(({ query }) => query), options);
  const rises = options.sort ? new Map() : await sideBySide(pagefind, terms, lists[0].results.length);
  const score = ({ id, score: own }) => own * (1 + (rises.get(id) ?? 0));
  const found = new Map();
  for (const result of lists.flatMap(({ results }) => results)) {
    if (!found.has(result.id) || score(found.get(result.id)) < score(result)) found.set(result.id, result);
  }
  const all = new Set(lists.filter(({ less }) => !less).flatMap(({ results }) => results.map(({ id }) => id)));
  return {
    results: [...found.values()].sort((a, b) => score(b) - score(a)),
    all: all.size,
    parts: lists.map(({ query, times }) => ({ query, times })),
  };
}

async function searches(pagefind, terms, options) {
  const look = async (query, times = 1, less = 0) => {
    const found = query ? await pagefind.search(query, options) : undefined;
    return { query, times, less, results: found?.results ?? [], everywhere: found?.unfilteredResultCount ?? 0 };
  };
  const first = await look(joined(terms));
  if (terms.some(({ also }) => also)) {
    const subjects = joined(terms.map(({ query, also }) => ({ query: also ?? query })));
    // Who has both, the name and the subject, is in each list and counts once.
    return Promise.all([first, look(subjects), look(`${first.query} ${subjects}`, -1)]);
  }
  const [some, question, most] = LONG;
  let lists = [first];
  let enough = terms.length < some ? 1 : FEW;
  for (let less = 1; less <= (terms.length < question ? 1 : 2) && less < terms.length && terms.length <= most; less += 1) {
    if (lists.some(({ everywhere }) => everywhere >= enough)) break;
    lists = await Promise.all(parts(terms, less).map(({ left, times }) => look(joined(left), times, terms.length - left.length)));
    enough = FEW;
  }
  return lists;
}

/**
 * Return the selections of terms that lack at most `less` of them, the whole first, each with how often what has it is to be
 * counted so that what has at least so many terms is counted once: of those with j terms (-1)^(j-m) × (j-1 over m-1), where
 * m is the least number (inclusion and exclusion).
 */
function parts(terms, less) {
  const least = terms.length - less;
  return selections(terms, less).map((left) => {
    const more = left.length - least;
    return { left, times: (-1) ** more * over(left.length - 1, least - 1) };
  });
}

function selections(terms, less) {
  const all = [terms];
  for (const one of all) {
    if (one.length <= terms.length - less) continue;
    // Each is left out after those that stand before it, so that no selection comes twice.
    const last = Math.max(-1, ...terms.filter((term) => !one.includes(term)).map((term) => terms.indexOf(term)));
    all.push(...terms.slice(last + 1).map((out) => one.filter((term) => term !== out)));
  }
  return all;
}

function over(many, few) {
  let ways = 1;
  for (let at = 1; at <= few; at += 1) ways = (ways * (many - few + at)) / at;
  return Math.round(ways);
}

/** Return by how much of their score briefings rise in which words stand together that were typed so; more in a headline. */
async function sideBySide(pagefind, terms, found) {
  const rise = new Map();
  if (found < 2 || found > CROWD) return rise;
  for (const run of runs(terms)) {
    for (const { id, score } of (await pagefind.search(`"${joined(run)}"`))?.results ?? []) {
      rise.set(id, (rise.get(id) ?? 0) + SIDE_BY_SIDE * Math.max(1, Math.min(2, score)));
    }
  }
  return rise;
}

/** Return the longest rows of terms, two or more, that stood side by side. */
function runs(terms) {
  const rows = [];
  for (const term of terms) {
    const row = rows.at(-1);
    if (row && together([...row, term])) row.push(term);
    else rows.push([term]);
  }
  return rows.filter((row) => row.length > 1);
}
