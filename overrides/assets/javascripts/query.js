// What is looked for when a reader types words: dates and names as the index knows them, words as they are spelt here,
// without the small words between them.
import { folded, known, pieces, whole } from "./words.js";

// Words that hold a sentence together. Questions are full of them, and no answer is found by them.
const SMALL = new Set(
  `a about after all also am an and any are as at be been before being but by can could did do does during for from had has
  have he her him his how i if in into is it its me my near of on or our she should so than that the their them then there
  these they this those through to under until up us was we were what when where which while who whom whose why will with
  would you your`.split(/\s+/),
);
const AHEAD = 10; // results fetched before it is known that they are shown
const LONGEST = 4; // words in a name
const MANY = 4; // times as many briefings as have the name itself make its subject what is meant

/**
 * Return the terms to look for, in order. A term has what was `written`, what to look for (`query`, empty where nothing
 * is), how that is `shown`, and `at` which word of the search it stands. It is `named` if a subject has that name, which
 * no text uses, and `instead` of what was written if no briefing has that. `rows` are those of the subjects.
 */
export async function understand(pagefind, words, root, rows) {
  if (words.includes('"')) return [{ written: words, query: words, shown: words, at: 0 }];
  const terms = /\d{4}/.test(words) ? read(words, await import("./dates.js")) : read(words);
  const found = (await pagefind.search(joined(terms)))?.results ?? [];
  // What a single word finds is nearly always what is shown, so it is asked for at once.
  const [first] = await Promise.all(found.slice(0, terms.length > 1 ? 1 : AHEAD).map(told));
  await Promise.all(terms.map(async (term) => { term.missing = !(await known(pagefind, term.query, first)); }));
  const names = new Map(rows.flatMap((row) => row.slice(3).map((name) => [folded(name), row])));
  const now = await named(pagefind, terms, names, found.length);
  const missing = now.filter((term) => term.missing);
  if (!missing.length) return now;
  const spelling = await import("./spelling.js");
  await Promise.all(missing.map((term) => (term.days ? earlier(pagefind, term) : mend(pagefind, term, spelling, root, names))));
  return named(pagefind, now, names, found.length);
}

/** Return the terms as one search. */
export function joined(terms) {
  return terms.map(({ query }) => query).filter(Boolean).join(" ");
}

/** Return the terms of a search as they are written: its dates, and its words, the small ones only if there are no others. */
function read(words, dates) {
  const terms = [];
  let rest = words;
  for (let date = dates?.dated(rest); date; date = dates.dated(rest)) {
    terms.push(...separate(date.before), { written: date.written, query: date.words[0], shown: dates.said(date.words[0]), days: date.words });
    rest = date.after;
  }
  terms.push(...separate(rest));
  terms.forEach((term, at) => { term.at = at; });
  const telling = terms.filter(({ written }) => !SMALL.has(written.toLowerCase()));
  return telling.length ? telling : terms;
}

function separate(text) {
  const words = text.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, ""));
  return words.filter(Boolean).map((word) => ({ written: word, query: word, shown: word }));
}

/**
 * Let a name stand for its subject: "UdSSR" for all that is tagged Soviet Union, whatever its language and words. One that
 * no briefing has is `named` and nothing else; one that few have is looked for, too, and the subject is what it is `also`.
 * `found`: how many briefings have all terms as they are written.
 */
async function named(pagefind, terms, names, found) {
  const result = [];
  for (let from = 0; from < terms.length; ) {
    const [run, row] = nameAt(terms, from, names);
    const words = { written: run.map(({ written }) => written).join(" "), query: joined(run), at: run[0].at, words: run.length };
    if (row && run.some(({ missing }) => missing)) result.push({ ...words, named: true, query: subjectWord(row[0]), shown: row[0] });
    else if (row && (await rare(pagefind, words.query, row, found))) result.push({ ...words, also: subjectWord(row[0]), shown: words.query });
    else result.push(...run);
    from += run.length;
  }
  return result;
}

/** Return the longest name that begins at a term, as a run of terms, with the row of its subject; else the term alone. */
function nameAt(terms, from, names) {
  for (let to = Math.min(from + LONGEST, terms.length); to > from; to -= 1) {
    const run = terms.slice(from, to);
    const row = together(run) && names.get(folded(joined(run)));
    if (row) return [run, row];
  }
  return [[terms[from]], undefined];
}

async function rare(pagefind, name, row, found) {
  return found * MANY < row[2] && (await whole(pagefind, name)) * MANY < row[2];
}

/** Return the word under which the index knows a subject, as builder/engine/search_hints.py makes it of its label. */
function subjectWord(label) {
  return `zqs${folded(label).replaceAll(" ", "")}zq`;
}

/** Tell whether terms are words that stood side by side. */
export function together(run) {
  return run.every(({ at, days, named: name }, place) => !days && !name && (!place || at === run[place - 1].at + (run[place - 1].words ?? 1)));
}

/** Let a day that no briefing is of become its month, or its year. */
async function earlier(pagefind, term) {
  const there = await Promise.all(term.days.map((day) => whole(pagefind, day)));
  const { said } = await import("./dates.js");
  term.query = term.days.find((_, at) => there[at]) ?? "";
  Object.assign(term, { instead: true, missing: false, shown: term.query && said(term.query) });
}

/** Give a term that no briefing has something to look for: a word that is spelt nearly so, or a part of it. */
async function mend(pagefind, term, { like, cut }, root, names) {
  Object.assign(term, { instead: true, missing: false });
  const words = pieces(term.query).map(async (part) => {
    if (await known(pagefind, part)) return part;
    const near = await like(part, root);
    if (near && (await whole(pagefind, near))) return near;
    if (!near || !names.has(near)) return cut(pagefind, part);
    term.missing = true; // a name that a subject has and no text uses: it leads to the subject
    return near;
  });
  term.query = (await Promise.all(words)).filter(Boolean).join(" ");
  term.shown = term.query;
}

/** Return the words of a result. */
async function told(result) {
  const page = await result.data();
  return pieces([page.content, ...Object.values(page.meta)].join(" "));
}
