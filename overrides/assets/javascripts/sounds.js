// Names in other spellings. A name that came from another alphabet is written as each language hears it: Хрущёв is
// Khrushchev, Chruschtschow, Khrouchtchev, Jruschov, Chruščov. What stays is the row of its consonants; what varies is
// which letters stand for one, and which of two neighbours (v and w, s and z) a language takes.

// Cyrillic letters as English has them; the soft and the hard sign are no sound of their own.
const CYRILLIC = new Map(Object.entries({
  а: "a", б: "b", в: "v", г: "g", ґ: "g", д: "d", е: "e", ё: "yo", є: "ye", ж: "zh", з: "z", и: "i", і: "i", ї: "yi",
  й: "y", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ў: "w", ф: "f", х: "kh",
  ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya",
}));
// What several letters together stand for, the longest first. S is any hiss, K any sound of the throat.
const CLUSTERS = [
  [/schtsch|chtch|shch|stsch|szcz|sch?tch/g, "S"],
  [/tsch|tch|dsch|dzh|dj/g, "S"],
  [/sch|sh|zh|cz|sz|rz|ts|tz/g, "S"],
  [/kh|^ch(?=[rlou])|^j(?=[rl])/g, "K"],
  [/ch/g, "S"],
  [/ck|qu/g, "K"],
  [/ph/g, "F"],
  [/gu(?=[ei])/g, "G"],
];
// Marks that make a hiss of a letter, as Czech, Croatian and the scholars' way of writing Russian have them.
const MARKED = new Map(Object.entries({ š: "sh", č: "ch", ž: "zh", ř: "rsh", ś: "sh", ć: "ch", ź: "zh", ż: "zh", ş: "sh", ç: "s" }));
const SINGLE = new Map(Object.entries({
  b: "P", p: "P", v: "F", w: "F", f: "F", d: "T", t: "T", k: "K", c: "K", q: "K", x: "K", g: "G", h: "",
  s: "S", z: "S", j: "S", l: "L", m: "M", n: "N", r: "R",
}));
const LEAST = 3; // consonants; fewer are shared by names that are not alike

/** Return a word in Latin letters without marks, in small ones. */
export function latin(word) {
  const letters = [...word.normalize().toLowerCase()].map((letter) => CYRILLIC.get(letter) ?? letter).join("");
  return letters.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss");
}

/** Return the consonants that a word sounds of, one letter each; nothing where they are too few to tell it. */
export function sound(word) {
  let heard = latin([...word.normalize().toLowerCase()].map((letter) => MARKED.get(letter) ?? letter).join(""));
  if (!/^[a-z]+$/.test(heard)) return "";
  // Between vowels or before one at the beginning, y and j are half a vowel: Yuri, Juri, Soyuz, Sojus.
  heard = heard.replace(/(?<=[aeiouy])j(?=[aeiouy]|$)|(?<=^|[^aeiouy])j(?=[aeouy])|y/g, "i");
  for (const [letters, one] of CLUSTERS) heard = heard.replace(letters, one);
  heard = [...heard].map((letter) => (/[A-Z]/.test(letter) ? letter : (SINGLE.get(letter) ?? "-"))).join("");
  heard = heard.replace(/([A-Z])\1+/g, "$1").replaceAll("-", "");
  return heard.length < LEAST ? "" : heard;
}
