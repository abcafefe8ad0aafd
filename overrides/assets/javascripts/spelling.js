import { latin, sound } from "./sounds.js";
import { known } from "./words.js";

// A word that no briefing has, as it may have been meant. Loaded when one is asked for.

const LEAST = 4; // letters that a word asked for and a word found must share from the first on
const SHARE = 2 / 3; // and this much of the word asked for
const LONG = 6; // letters from which a word may be misspelt in two places; a shorter one in one

const FAR = 99; // more changes than any word takes

let promised; // the promise of words as they are spelt here, the most frequent first

/**
 * Return a word as it is spelt here for one that no briefing has: the nearest of headlines and subjects ("gagarin" for
 * "gagrin"), or a name that sounds the same in another language. Nothing where none is near.
 */
export async function like(word, root) {
  const spelt = await spellings(root);
  const [near, changes] = nearest(latin(word), spelt);
  return changes < 2 ? near : (alike(word, spelt) ?? near);
}

function spellings(root) {
  // Without this file words are cut.
  promised ??= fetch(new URL("words.txt", root))
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((text) => text.split("\n").filter(Boolean).map((word) => [word, [...latin(word)]]))
    .catch(() => []);
  return promised;
}

/** Return the word that takes the fewest changes to become the one asked for, and how many; of several the most frequent. */
function nearest(asked, spelt) {
  const from = [...asked];
  if (from.length < LEAST || /\d/.test(asked)) return ["", Infinity];
  let [best, fewest] = ["", from.length < LONG ? 1 : 2];
  for (const [word, to] of spelt) {
    const changes = distance(from, to, fewest);
    if (changes < fewest || (changes === fewest && !best)) [best, fewest] = [word, changes];
    if (best && !fewest) break;
  }
  return [best, best ? fewest : Infinity];
}

/** Return the word that sounds like the one asked for; of several the one that is written most like it. */
function alike(asked, spelt) {
  const heard = sound(asked);
  if (!heard) return undefined;
  const from = [...latin(asked)];
  const found = spelt.filter(([word]) => sound(word) === heard);
  const apart = new Map(found.map(([word, to]) => [word, distance(from, to, FAR)]));
  return found.map(([word]) => word).sort((a, b) => apart.get(a) - apart.get(b))[0];
}

/**
 * Return how many letters must be put in, taken out, changed, or exchanged with their neighbour to make one word of
 * another (optimal string alignment); one more than `most` where it takes more than that.
 */
function distance(from, to, most) {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let [above, row] = [[], Array.from({ length: to.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      const exchanged = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (exchanged) next[j] = Math.min(next[j], above[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [above, row] = [row, next];
  }
  return row[to.length];
}

/** Return the beginning of a word with which words of briefings begin; nothing where too little of it would remain. */
export async function cut(pagefind, word) {
  const letters = [...word];
  const least = Math.max(LEAST, Math.ceil(letters.length * SHARE));
  for (let length = letters.length - 1; length >= least; length -= 1) {
    const start = letters.slice(0, length).join("");
    if (await known(pagefind, start)) return start;
  }
  return "";
}
