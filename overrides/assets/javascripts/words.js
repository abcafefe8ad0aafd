// Words: which ones a text has, and whether a briefing has one.

/** Return the words of a text, without capitals, each once. */
export function pieces(text) {
  return [...new Set(text.normalize().toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])];
}

/** Return how many briefings have a word, or several side by side, in any form. */
export async function whole(pagefind, word) {
  return (await pagefind.search(`"${word}"`))?.results.length ?? 0;
}

/** Tell whether a briefing has a word with this beginning: the first result would show it. */
async function begins(pagefind, start) {
  const first = await (await pagefind.search(start))?.results[0]?.data();
  if (!first) return false;
  return pieces([first.content, ...Object.values(first.meta)].join(" ")).some((word) => word.startsWith(start));
}

/** Return a name as it is compared: without capitals, accents and marks. */
export function folded(text) {
  return (text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/** Tell whether a briefing has words, whole, in another form, or as the beginning of a word; `first` are words of one. */
export async function known(pagefind, words, first = []) {
  const parts = pieces(words);
  if (parts.every((part) => first.some((word) => word.startsWith(part)))) return true;
  const there = parts.map(async (part) => (await whole(pagefind, part)) || begins(pagefind, part));
  return (await Promise.all(there)).every(Boolean);
}
