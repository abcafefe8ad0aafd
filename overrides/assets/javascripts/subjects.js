// Subjects by any of their names, shown above the briefings that have the words: who looks for "SALT" means a subject.
import { element } from "./facets.js";
import { folded } from "./words.js";
import { many, say } from "./phrases.js";

const MOST = 3; // subjects shown for one search
const EXAMPLES = 6;
const LEAST = 3; // letters before the beginning of a name is taken for it

export class Subjects {
  #list;
  #help;
  #examples;
  #root;
  #known; // the promise of the rows

  constructor(dialog, root) {
    this.#list = dialog.querySelector("[data-search-subjects]");
    this.#help = dialog.querySelector("[data-search-help]");
    this.#examples = dialog.querySelector("[data-search-examples]");
    this.#root = root;
    this.rows().then((rows) => this.#propose(rows));
  }

  /** Show the subjects that these words name, and help where nothing was found; return how many subjects there are. */
  async show(words, found, stale) {
    const rows = named(await this.rows(), words);
    if (stale()) return rows.length;
    this.#list.replaceChildren(...rows.map((row) => this.#line(row)));
    this.#list.hidden = !rows.length;
    this.#help.hidden = Boolean(found);
    return rows.length;
  }

  /** Go back to what stands there before anything is asked. */
  hide() {
    this.#list.hidden = true;
    this.#help.hidden = false;
  }

  /** Return all subjects: label, id, number of briefings, further names; most briefings first. */
  rows() {
    // Without this file the search still finds words.
    this.#known ??= fetch(new URL("subjects.json", this.#root))
      .then((answer) => (answer.ok ? answer.json() : []))
      .catch(() => []);
    return this.#known;
  }

  #propose(rows) {
    this.#examples.append(...rows.slice(0, EXAMPLES).flatMap((row, at) => [at ? ", " : " ", this.#link(row)]));
    this.#examples.hidden = !rows.length;
  }

  #line(row) {
    const line = element("li", "", say("Subject:"));
    line.append(" ", this.#link(row), ", ", many("{count} briefing", "{count} briefings", row[2]));
    return line;
  }

  #link([label, id]) {
    const link = element("a", "", label);
    link.dir = "auto";
    link.href = new URL(`tags/${encodeURIComponent(id)}/`, this.#root).href;
    return link;
  }
}

/** Return the rows that a search names: in full first, then by the beginning of a name. */
function named(rows, words) {
  const asked = folded(words);
  if (!asked) return [];
  const names = rows.map(([label, , , ...others]) => [label, ...others].map(folded));
  const full = rows.filter((_, at) => names[at].includes(asked));
  const begun = asked.length < LEAST ? [] : rows.filter((_, at) => names[at].some((name) => name.startsWith(asked)));
  return [...new Set([...full, ...begun])].slice(0, MOST);
}
