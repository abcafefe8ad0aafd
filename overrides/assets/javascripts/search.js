// The search: a small interface over Pagefind. Loaded when the dialog is first opened.
// Whatever comes out of the index is copy, so it reaches the page as text only.
import { element, Facets } from "./facets.js";

const PAUSE = 140; // ms without a key before a search begins
const PAGE = 10; // results fetched at a time; each is a request
// Every briefing carries this word in its metadata. Pagefind answers "everything in 1962" without words only by
// fetching its whole index; asked for a word that all pages have, it reads one chunk.
const ANY = "zqeverybriefing";
const IDLE = "Type a name, a place or a word.";
const FAILED = "The search could not be loaded. Subjects and dates lead to every briefing.";

/** Make the dialog work. `root` is the address of the site's first page. */
export function start(dialog, root) {
  const part = (name) => dialog.querySelector(`[data-search-${name}]`);
  const [input, status, list, more, sort] = ["input", "status", "results", "more", "sort"].map(part);
  const facets = new Facets(dialog, () => run());
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
    if (!words && !facets.any()) return idle();
    const slow = setTimeout(() => { if (!stale()) status.textContent = "Searching…"; }, 400);
    try {
      const pagefind = await engine();
      if (stale()) return;
      const query = words || ANY;
      const order = sort.value || (words ? "" : "desc");
      const options = { filters: facets.chosen(), ...(order && { sort: { date: order } }) };
      const found = await pagefind.search(query, options);
      if (stale() || !found) return;
      rest = [...found.results];
      const pages = await next(stale);
      if (!pages) return;
      const lacking = await missing(pagefind, words, pages);
      if (stale()) return;
      const held = list.contains(document.activeElement) ? document.activeElement.href : "";
      list.replaceChildren(...items(pages, root));
      // Whoever had walked into the results goes on from there, or from the words.
      if (held) ([...list.querySelectorAll("a")].find((link) => link.href === held) ?? input).focus();
      answered = words;
      clearTimeout(slow);
      status.textContent = said(found.results.length, words, lacking);
      part("sorting").hidden = found.results.length < 2 || !words;
      await facets.count(pagefind, query, stale);
    } catch (fault) {
      if (!stale()) fail(fault);
    } finally {
      clearTimeout(slow);
    }
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
  dialog.addEventListener("keydown", (event) => keys(event, dialog, input, list));

  engine().catch(fail);
  if (input.value.trim()) run();
}

function said(count, words, lacking) {
  const briefings = count === 1 ? "1 briefing" : `${count || "No"} briefings`;
  if (!words) return briefings;
  if (!lacking.length) return `${briefings} for “${words}”`;
  const names = lacking.map((word) => `“${word}”`).join(" or ");
  return `No briefing has ${names}. ${briefings} with words like it:`;
}

/**
 * Return the words asked for that no briefing has, whole or as the beginning of a word.
 * For such a word Pagefind answers with the nearest shorter one ("handshake" finds "hand"), and says nothing; in
 * quotes it takes words as they are. `pages` are the first results: a beginning is visible in them.
 */
async function missing(pagefind, words, pages) {
  if (!pages.length || words.includes('"')) return [];
  const asked = [...new Set(pieces(words))];
  const exact = await Promise.all(asked.map((word) => pagefind.search(`"${word}"`)));
  const there = new Set(pages.flatMap((page) => pieces([page.content, ...Object.values(page.meta)].join(" "))));
  return asked.filter((word, at) => !exact[at]?.results.length && ![...there].some((one) => one.startsWith(word)));
}

/** Return the words of a text, without capitals. */
function pieces(text) {
  return text.normalize().toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
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
  for (const fact of [page.meta.date, page.meta.outlet]) if (fact) facts.append(element("span", "", fact));
  const excerpt = element("p", "find__excerpt");
  excerpt.append(...marked(page.excerpt ?? ""));
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
function keys(event, dialog, input, list) {
  if (event.key === "Escape") {
    event.preventDefault(); // a search field would only empty itself
    dialog.close();
    return;
  }
  if (event.target.closest("select, summary, button")) return;
  const links = [...list.querySelectorAll("a")];
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
