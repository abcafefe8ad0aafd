// The search: a small interface over Pagefind. Loaded when the dialog is first opened.
// Whatever comes out of the index is copy, so it reaches the page as text only.
import { recall, remember } from "./address.js";
import { element, Facets } from "./facets.js";
import { near, pieces, unknown } from "./spelling.js";
import { Subjects } from "./subjects.js";

const PAUSE = 140; // ms without a key before a search begins
const PAGE = 10; // results fetched at a time; each is a request
const IN_ADDRESS = ["q", "order", ...Facets.KEYS];
// Every briefing carries this word in its metadata. Pagefind answers "everything in 1962" without words only by
// fetching its whole index; asked for a word that all pages have, it reads one chunk.
const ANY = "zqeverybriefing";
const IDLE = "Type a name, a place or a word.";
const FAILED = "The search could not be loaded. Subjects and dates lead to every briefing.";

/** Make the dialog work, and return what writes its search into the address. `root` is the site's first page. */
export function start(dialog, root) {
  const part = (name) => dialog.querySelector(`[data-search-${name}]`);
  const [input, status, list, more, sort] = ["input", "status", "results", "more", "sort"].map(part);
  const facets = new Facets(dialog, () => run());
  const subjects = new Subjects(dialog, root);
  let bundle; // the promise of Pagefind
  let turn = 0; // an answer that is no longer asked for is dropped
  let rest = []; // results found and not yet shown
  let answered; // the words whose results are shown
  let timer;

  const engine = () => {
    bundle ??= (async () => {
      const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
      await pagefind.options({ excerptLength: 26 });
      await pagefind.init();
      return pagefind;
    })();
    bundle.catch(() => { bundle = undefined; }); // the next key tries again
    return bundle;
  };

  async function run() {
    const mine = ++turn;
    const stale = () => mine !== turn;
    const words = input.value.trim();
    note();
    if (!words && !facets.any()) return idle();
    const slow = setTimeout(() => { if (!stale()) status.textContent = "Searching…"; }, 400);
    try {
      const pagefind = await engine();
      if (stale()) return;
      let query = words || ANY;
      const order = sort.value || (words ? "" : "desc");
      const options = { filters: facets.chosen(), ...(order && { sort: { date: order } }) };
      let found = await pagefind.search(query, options);
      if (stale() || !found) return;
      const lacking = await unknown(pagefind, words);
      const meant = lacking.length ? await near(pagefind, words, lacking, root) : words;
      if (stale()) return;
      if (lacking.length) {
        query = meant;
        found = query ? await pagefind.search(query, options) : { results: [] };
        if (stale() || !found) return;
      }
      const stories = await told(pagefind, query, facets);
      if (stale()) return;
      const briefings = found.results.filter(({ id }) => !stories.some((story) => story.id === id));
      rest = [...stories, ...briefings];
      const pages = await next(stale);
      if (!pages) return;
      const about = await subjects.show(words, found.results.length, stale);
      if (stale()) return;
      const held = list.contains(document.activeElement) ? document.activeElement.href : "";
      list.replaceChildren(...items(pages, root));
      // Whoever had walked into the results goes on from there, or from the words.
      if (held) ([...list.querySelectorAll("a")].find((link) => link.href === held) ?? input).focus();
      answered = words;
      clearTimeout(slow);
      status.textContent = said(briefings.length, stories.length, words, lacking, meant, about);
      part("sorting").hidden = briefings.length < 2 || !words;
      if (query) await facets.count(pagefind, query, stale);
      else facets.hide();
    } catch (fault) {
      if (!stale()) fail(fault);
    } finally {
      clearTimeout(slow);
    }
  }

  /** Write the search into the address while the dialog is open. */
  function note() {
    const pairs = dialog.open ? [["q", input.value.trim()], ["order", sort.value], ...facets.pairs()] : [];
    remember(IN_ADDRESS, pairs);
  }

  /** Return the next results, or nothing if they are no longer asked for. */
  async function next(stale) {
    const batch = rest.splice(0, PAGE);
    const pages = await Promise.all(batch.map((result) => result.data()));
    if (stale()) return undefined;
    more.hidden = rest.length === 0;
    return pages;
  }

  function idle() {
    rest = [];
    answered = undefined;
    list.replaceChildren();
    more.hidden = true;
    part("sorting").hidden = true;
    facets.hide();
    subjects.hide();
    status.textContent = IDLE;
  }

  function fail(fault) {
    idle();
    status.textContent = FAILED;
    console.warn("search:", fault);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    clearTimeout(timer);
    if (first && answered === input.value.trim()) first.click();
    else run();
  });
  sort.addEventListener("change", run);
  more.addEventListener("click", async () => {
    const mine = turn;
    const last = list.lastElementChild;
    const pages = await next(() => mine !== turn);
    if (!pages) return;
    list.append(...items(pages, root));
    (last?.nextElementSibling ?? last)?.querySelector("a")?.focus();
  });
  dialog.addEventListener("keydown", (event) => keys(event, dialog, input, part("found")));

  dialog.addEventListener("close", note);

  engine().catch(fail);
  facets.recall();
  sort.value = [...sort.options].find(({ value }) => value === recall("order")[0])?.value ?? "";
  if (input.value.trim() || facets.any()) run();
  return note;
}

/** Return the storylines that have the words. They have no subject, outlet or year by which they could be narrowed. */
async function told(pagefind, query, facets) {
  if (!query || query === ANY || facets.any()) return [];
  return (await pagefind.search(query, { filters: { type: "storyline" } }))?.results ?? [];
}

/** Return what the line above the results says: how many there are, and which words are not those asked for. */
function said(count, stories, words, lacking, meant, about) {
  const found = [[count || !stories, count, "briefing"], [stories, stories, "storyline"]].filter(([some]) => some);
  const briefings = found.map(([, number, what]) => `${number || "No"} ${what}${number === 1 ? "" : "s"}`).join(" and ");
  if (!words) return briefings;
  if (!lacking.length) return `${briefings} for “${words}”`;
  const written = (word) => words.split(/\s+/).find((one) => pieces(one).includes(word)) ?? word;
  const names = [...new Set(lacking.map((word) => `“${written(word)}”`))].join(" or ");
  if (!count && !stories) return `No briefing has ${names}.${about ? " A subject has that name:" : ""}`;
  if (meant.split(" ").length < pieces(words).length) return `No briefing has ${names}. ${briefings} without it:`;
  return `No briefing has ${names}. ${briefings} for “${meant}”:`;
}

function items(pages, root) {
  return pages.map((page) => item(page, root)).filter(Boolean);
}

/** Return one result as a list item; nothing if its address leads away from the site. */
function item(page, root) {
  const address = new URL(page.url, root);
  if (address.origin !== root.origin) return undefined;
  const li = element("li", "find__result md-search-result__item");
  const link = element("a", "find__title", page.meta.title ?? address.pathname);
  link.href = address.href;
  const facts = element("p", "find__facts");
  const language = page.meta.language && `in ${page.meta.language}`;
  const kind = page.meta.type === "storyline" && "Storyline";
  for (const fact of [kind, page.meta.date, page.meta.outlet, language]) if (fact) facts.append(element("span", "", fact));
  const excerpt = element("p", "find__excerpt");
  excerpt.append(...marked(page.excerpt ?? ""));
  if (page.meta.lang) for (const words of [link, excerpt]) Object.assign(words, { lang: page.meta.lang, dir: "auto" });
  li.append(link, facts, excerpt);
  return li;
}

/** Return an excerpt as text nodes and <mark>. Pagefind escapes `<` and `>` and adds <mark>; nothing else is markup. */
function marked(excerpt) {
  return excerpt.split(/(<mark>[\s\S]*?<\/mark>)/).map((piece) => {
    const inner = /^<mark>([\s\S]*)<\/mark>$/.exec(piece);
    const text = (inner ? inner[1] : piece).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return inner ? element("mark", "", text) : document.createTextNode(text);
  });
}

/** Arrows walk through the results, and from the first one back to the words. */
function keys(event, dialog, input, found) {
  if (event.key === "Escape") {
    event.preventDefault(); // a search field would only empty itself
    dialog.close();
    return;
  }
  if (event.target.closest("select, summary, button")) return;
  const links = [...found.querySelectorAll("a")].filter((link) => link.checkVisibility());
  const at = links.indexOf(document.activeElement);
  if (event.key === "ArrowDown" && at + 1 < links.length) {
    event.preventDefault();
    links[at + 1].focus();
  } else if (event.key === "ArrowUp" && at >= 0) {
    event.preventDefault();
    (links[at - 1] ?? input).focus();
  } else if (at >= 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    input.focus(); // going on typing changes the words
  }
}
