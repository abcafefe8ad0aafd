// What the scripts say, in the language of the site. A message is its English text; phrases.json has the others, and an
// English site has none.
let phrases = {};

/** Fetch the phrases that the dialog names, if it names any. Without them the scripts speak English. */
export async function learn(dialog) {
  const { phrases: address } = dialog.dataset;
  if (!address || phrases.words) return;
  try {
    phrases = await (await fetch(address)).json();
  } catch {
    phrases = {};
  }
}

/** Return a message, with values in the places that it names: "{count} more". */
export function say(message, values = {}) {
  return filled(phrases.words?.[message] ?? message, values);
}

/** Return the one of a message's forms that goes with a number. */
export function many(one, more, count) {
  const forms = phrases.many?.[one] ?? { one, other: more };
  return filled(forms[new Intl.PluralRules(language()).select(count)] ?? forms.other, { count });
}

/** Return parts as a phrase: "a, b and c", or with "or". */
export function listed(parts, type = "conjunction") {
  return new Intl.ListFormat(language(), { type }).format(parts);
}

/** Return a message as it is; it is translated where it is shown. */
export function marked(message) {
  return message;
}

function language() {
  return phrases.language ?? "en-GB";
}

/** Fill the places of a message. Where one reads from right to left a value stands apart: it may be in Latin letters. */
function filled(message, values) {
  const apart = (value) => (phrases.direction === "rtl" && typeof value === "string" ? `\u2068${value}\u2069` : value);
  return message.replace(/\{(\w+)\}/g, (place, name) => apart(values[name]) ?? place);
}
