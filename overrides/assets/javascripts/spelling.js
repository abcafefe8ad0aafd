// Words that no briefing has. For such a word Pagefind answers with the longest word that it begins with ("handshake"
// finds "hand", "Vladivostock" the V of "Saturn V"), and says nothing; in quotes it takes words as they are.

const LEAST = 4; // letters that a word asked for and a word found must share from the first on
const SHARE = 2 / 3; // and this much of the word asked for
const LONG = 6; // letters from which a word may be misspelt in two places; a shorter one in one

let known; // the promise of words as they are spelt here, the most frequent first

/** Return the words of a text, without capitals, each once. */
export function pieces(text) {
  return [...new Set(text.normalize().toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])];
}

/** Return the words asked for that no briefing has, whole, in another form, or as the beginning of a word. */
export async function unknown(pagefind, words) {
  if (words.includes('"')) return [];
  const asked = pieces(words);
  const there = await Promise.all(asked.map(async (word) => (await whole(pagefind, word)) || begins(pagefind, word)));
  return asked.filter((_, at) => !there[at]);
}

/**
 * Return the words to look for instead of those asked for. An unknown one becomes the nearest of headlines and subjects
 * ("gagarin" for "gagrin"); where none is near it is cut at its end until words begin with it ("vladivosto" for
 * "vladivostocks"), or left out where too little of it would remain. Empty where nothing does.
 */
export async function near(pagefind, words, lacking, root) {
  const spelt = await spellings(root);
  const meant = pieces(words).map((word) => (lacking.includes(word) ? instead(pagefind, word, spelt) : word));
  return (await Promise.all(meant)).filter(Boolean).join(" ");
}

async function instead(pagefind, word, spelt) {
  const like = nearest(word, spelt);
  // A name that a subject has and no text uses leads to the subject, not to briefings.
  return like && like !== word && (await whole(pagefind, like)) ? like : cut(pagefind, word);
}

function spellings(root) {
  // Without this file words are cut.
  known ??= fetch(new URL("words.txt", root))
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((text) => text.split("\n").filter(Boolean).map((word) => [word, bare(word)]))
    .catch(() => []);
  return known;
}

/** Return the word that takes the fewest changes to become the one asked for; of several the most frequent. */
function nearest(asked, spelt) {
  const from = bare(asked);
  if (from.length < LEAST || /\d/.test(from)) return "";
  let [best, fewest] = ["", from.length < LONG ? 1 : 2];
  for (const [word, to] of spelt) {
    const changes = distance(from, to, fewest);
    if (changes < fewest || (changes === fewest && !best)) [best, fewest] = [word, changes];
    if (best && !fewest) break;
  }
  return best;
}

/** Return a word without its accents, as letters. */
function bare(word) {
  return [...word.normalize("NFKD").replace(/\p{M}/gu, "")];
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

async function cut(pagefind, word) {
  const letters = [...word];
  const least = Math.max(LEAST, Math.ceil(letters.length * SHARE));
  for (let length = letters.length - 1; length >= least; length -= 1) {
    const start = letters.slice(0, length).join("");
    if (await begins(pagefind, start)) return start;
  }
  return "";
}

async function whole(pagefind, word) {
  return (await pagefind.search(`"${word}"`))?.results.length;
}

/** Tell whether a briefing has a word with this beginning: the first result would show it. */
async function begins(pagefind, start) {
  const first = await (await pagefind.search(start))?.results[0]?.data();
  if (!first) return false;
  return pieces([first.content, ...Object.values(first.meta)].join(" ")).some((word) => word.startsWith(start));
}
