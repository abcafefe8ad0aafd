import { recall } from "./address.js";
import { marked, say } from "./phrases.js";

// Subjects, outlets, years and how strong the sources are, by which a search is narrowed.
// Subjects add up (a briefing about both); the others are alternatives (either will do).
const KINDS = [
  { key: "tag", name: marked("Subjects"), few: 8 },
  { key: "outlet", name: marked("Outlets"), few: 6, either: true },
  { key: "sources", name: marked("Sources"), few: 5, either: true },
  { key: "year", name: marked("Years"), few: 12, either: true },
];

export class Facets {
  static KEYS = KINDS.map(({ key }) => key);

  #box;
  #groups;
  #note;
  #input;
  #changed;
  #chosen = new Map(KINDS.map(({ key }) => [key, new Set()]));
  #unfolded = new Set();
  #counts = {};

  constructor(dialog, changed) {
    this.#box = dialog.querySelector("[data-search-facets]");
    this.#groups = dialog.querySelector("[data-search-groups]");
    this.#note = dialog.querySelector("[data-search-chosen]");
    this.#input = dialog.querySelector("[data-search-input]");
    this.#changed = changed;
    this.#box.open = matchMedia("(min-width: 48rem)").matches;
  }

  any() {
    return [...this.#chosen.values()].some((values) => values.size);
  }

  /** Return what is chosen, as pairs of a key and a value. */
  pairs() {
    return [...this.#chosen].flatMap(([key, values]) => [...values].map((value) => [key, value]));
  }

  /** Choose what the address of the page says. */
  recall() {
    for (const [key, values] of this.#chosen) for (const value of recall(key)) values.add(value);
  }

  /** Return Pagefind's filters for what is chosen, leaving one kind out if asked. */
  chosen(without = "") {
    const filters = {};
    for (const { key, either } of KINDS) {
      const values = [...this.#chosen.get(key)];
      if (values.length && key !== without) filters[key] = either ? { any: values } : values;
    }
    return filters;
  }

  /** Count what each value would leave of these searches, each as often as it counts, and show it. */
  async count(pagefind, parts, stale) {
    await pagefind.filters(); // loads the values; until then a search has no counts
    const counts = await this.#summed(pagefind, parts, this.chosen());
    for (const { key, either } of KINDS) {
      if (either && this.#chosen.get(key).size) counts[key] = (await this.#summed(pagefind, parts, this.chosen(key)))[key];
    }
    if (stale()) return;
    this.#counts = counts;
    this.#show();
  }

  async #summed(pagefind, parts, filters) {
    const sums = Object.fromEntries(KINDS.map(({ key }) => [key, {}]));
    for (const { query, times } of parts) {
      const found = query ? (await pagefind.search(query, { filters }))?.filters : undefined;
      for (const { key } of KINDS) {
        for (const [value, count] of Object.entries(found?.[key] ?? {})) sums[key][value] = (sums[key][value] ?? 0) + times * count;
      }
    }
    return sums;
  }

  hide() {
    this.#box.hidden = true;
  }

  #show() {
    const held = document.activeElement?.dataset?.facet;
    this.#groups.replaceChildren(...KINDS.map((kind) => this.#group(kind)).filter(Boolean));
    const size = [...this.#chosen.values()].reduce((sum, values) => sum + values.size, 0);
    this.#note.textContent = size ? say("({count} chosen)", { count: size }) : "";
    if (size) this.#groups.append(this.#clear());
    this.#box.hidden = !this.#groups.childElementCount;
    // The buttons are new; whoever was on one goes on from it.
    if (held) [...this.#groups.querySelectorAll("button")].find((button) => button.dataset.facet === held)?.focus();
  }

  #group({ key, name, few }) {
    const chosen = this.#chosen.get(key);
    const counted = this.#counts[key] ?? {};
    const values = Object.keys(counted)
      .filter((value) => counted[value] || chosen.has(value))
      .sort((a, b) => (key === "year" ? b.localeCompare(a) : counted[b] - counted[a] || a.localeCompare(b)));
    if (values.length < 2 && !chosen.size) return undefined;
    const all = this.#unfolded.has(key);
    const shown = values.filter((value, place) => all || place < few || chosen.has(value));
    const group = element("fieldset", "find__group");
    group.append(element("legend", "", say(name)), ...shown.map((value) => this.#toggle(key, value, counted[value])));
    if (shown.length < values.length) group.append(this.#unfold(key, values.length - shown.length));
    return group;
  }

  #toggle(key, value, count) {
    const chosen = this.#chosen.get(key);
    const button = element("button", "find__facet", value);
    button.type = "button";
    button.dataset.facet = `${key}:${value}`;
    button.setAttribute("aria-pressed", String(chosen.has(value)));
    button.append(" ", element("span", "count", String(count ?? 0)));
    button.addEventListener("click", () => {
      if (!chosen.delete(value)) chosen.add(value);
      button.setAttribute("aria-pressed", String(chosen.has(value)));
      this.#changed();
    });
    return button;
  }

  #unfold(key, hidden) {
    const button = element("button", "find__all", say("{count} more", { count: hidden }));
    button.type = "button";
    button.addEventListener("click", () => {
      this.#unfolded.add(key);
      this.#show();
    });
    return button;
  }

  #clear() {
    const button = element("button", "find__clear", say("Clear all"));
    button.type = "button";
    button.addEventListener("click", () => {
      for (const values of this.#chosen.values()) values.clear();
      this.#input.focus(); // this button is about to go
      this.#changed();
    });
    return button;
  }
}

/** Return a new element with a class and a text, both optional. */
export function element(tag, name = "", text = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}
