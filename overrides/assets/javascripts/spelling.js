// Words that no briefing has. For such a word Pagefind answers with the longest word that it begins with ("handshake"
// finds "hand", "Vladivostock" the V of "Saturn V"), and says nothing; in quotes it takes words as they are.

const LEAST = 4; // letters that a word asked for and a word found must share from the first on
const SHARE = 2 / 3; // and this much of the word asked for

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
 * Return the words to look for instead: an unknown one is cut at its end until words begin with it ("Vladivosto" for
 * "Vladivostock"), or left out where too little of it would remain. Empty where nothing does.
 */
export async function near(pagefind, words, lacking) {
  const meant = await Promise.all(pieces(words).map((word) => (lacking.includes(word) ? cut(pagefind, word) : word)));
  return meant.filter(Boolean).join(" ");
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
