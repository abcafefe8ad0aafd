// Dates as readers write them ("18 March 1965", "July 17, 1975", "4. Oktober 1957", "20.07.1969", "1972-05") become the
// words under which the index knows a day, a month and a year: "19650318", "196503", "1965".

// Languages whose names of months are understood, beside those of the reader's browser, which knows them all.
const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "tr", "ru", "uk", "ar"];
const SHORTEST = 3; // letters by which a month is known: "dec", "sept"
const YEAR = String.raw`(?<y>1[0-9]{3}|2[0-9]{3})`;
const DAY = String.raw`(?<d>[0-3]?[0-9])(?:st|nd|rd|th|er|º|ª|\.)?`;
const NAME = String.raw`(?<m>\p{L}[\p{L}\p{M}]{2,})\.?`;
const OF = String.raw`[\s,]+(?:(?:of|de|del|di)\s+)?`;
const EDGE = [String.raw`(?<![\p{L}\p{N}.:/-])`, String.raw`(?![\p{L}\p{N}]|[:/.-]\d)`];
const FORMS = [
  String.raw`${YEAR}[-/](?<m>[01]?[0-9])(?:[-/](?<d>[0-3]?[0-9]))?`,
  String.raw`(?<d>[0-3]?[0-9])([./-])(?<m>[01]?[0-9])\k<2>${YEAR}`,
  `${DAY}${OF.replace("+", "*")}${NAME}${OF}${YEAR}`,
  `${NAME}[\\s]+${DAY}[\\s,]+${YEAR}`,
  `${NAME}${OF}${YEAR}`,
].map((form) => new RegExp(EDGE.join(`(?:${form.replace("([./-])", "(?<s>[./-])").replace("\\k<2>", "\\k<s>")})`), "iu"));

let named; // names of months as they are compared, with their numbers

/**
 * Take the first date out of a text. Return what stands before and after it and the date: how it is `written`, its `words`
 * from the most exact to the least, and how it is `shown`; nothing where the text has none. A year alone is a word.
 */
export function dated(text) {
  if (!/\d{4}/.test(text)) return undefined;
  for (const form of FORMS) {
    const found = form.exec(text);
    const [year, month, day] = found ? read(found.groups) : [];
    if (!month) continue;
    const words = [year, month, day].filter(Boolean).map((_, at, all) => all.slice(0, at + 1).map(two).join(""));
    const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
    return { before, after, written: found[0].trim(), words: words.reverse() };
  }
  return undefined;
}

/** Return how a word of the index for a day, a month or a year is said. */
export function said(word) {
  const [year, month, day] = [word.slice(0, 4), word.slice(4, 6), word.slice(6, 8)];
  const at = new Date(0);
  at.setUTCFullYear(Number(year), Number(month || 1) - 1, Number(day || 1));
  const parts = { timeZone: "UTC", year: "numeric", ...(month && { month: "long" }), ...(day && { day: "numeric" }) };
  return new Intl.DateTimeFormat("en-GB", parts).format(at);
}

/** Return year, month and day as numbers, or nothing if there is no such day. */
function read({ y, m, d, s }) {
  let [month, day] = [/\d/.test(m) ? Number(m) : numbered(m), d ? Number(d) : 0];
  // Between strokes Americans put the month first; that is seen where the day is no month.
  if (s && month > 12) [month, day] = [day, month];
  if (!(month >= 1 && month <= 12)) return [];
  if (d && !(day >= 1 && day <= new Date(Date.UTC(2000, month, 0)).getUTCDate())) return [];
  return [Number(y), month, day];
}

function numbered(name) {
  named ??= [...months()];
  const asked = plain(name);
  return asked.length < SHORTEST ? 0 : (named.find(([known]) => known === asked) ?? named.find(([known]) => known.startsWith(asked)) ?? [0, 0])[1];
}

function* months() {
  for (const language of new Set([document.documentElement.lang || "en", ...LANGUAGES, ...navigator.languages])) {
    for (const month of ["long", "short"]) {
      // With a day, because some languages decline: "січень", but "4 січня".
      const formats = [{ month }, { month, day: "numeric" }].map((parts) => formatter(language, parts)).filter(Boolean);
      for (const format of formats) {
        for (let number = 1; number <= 12; number += 1) {
          const part = format.formatToParts(Date.UTC(2000, number - 1, 1)).find(({ type }) => type === "month");
          if (part && !/\d/.test(part.value)) yield [plain(part.value), number];
        }
      }
    }
  }
}

function formatter(language, parts) {
  try {
    return new Intl.DateTimeFormat(language, { ...parts, timeZone: "UTC", calendar: "gregory" });
  } catch {
    return undefined; // no language that the browser knows
  }
}

function plain(name) {
  return name.normalize("NFKD").replace(/[\p{M}.]/gu, "").toLowerCase();
}

function two(number) {
  return String(number).padStart(2, "0");
}
