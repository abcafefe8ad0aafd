// The search: a small interface over Pagefind. Loaded when the dialog is first opened.
// Whatever comes out of the index is copy, so it reaches the page as text only.
import { recall, remember } from "./address.js";
import { element, Facets } from "./facets.js";
import { understand } from "./query.js";
import { gather, RANKING } from "./ranking.js";
import { Subjects } from "./subjects.js";
import { learn, listed, many, say } from "./phrases.js";

const PAUSE = 140; // ms without a key before a search begins
const PAGE = 10; // results fetched at a time; each is a request
const IN_ADDRESS = ["q", "order", ...Facets.KEYS];
// Every briefing carries this word in its metadata. Pagefind answers "everything in 1962" without words only by
// fetching its whole index; asked for a word that all pages have, it reads one chunk.
const EVERY = [{ written: "", query: "zqeverybriefing", shown: "", at: 0 }];

/** Make the dialog work, and return what writes its search into the address. `root` is the site's first page. */
export async function start(dialog, root) {
  await learn(dialog);
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
      await pagefind.options({ excerptLength: 26, ranking: RANKING, noWorker: true });
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
    busy(true);
    note();
    if (!words && !facets.any()) return idle();
    const slow = setTimeout(() => { if (!stale()) status.textContent = say("Searching…"); }, 400);
    try {
      const pagefind = await engine();
      if (stale()) return;
      const order = sort.value || (words ? "" : "desc");
      const options = { filters: facets.chosen(), ...(order && { sort: { date: order } }) };
      const terms = words ? await understand(pagefind, words, root, await subjects.rows()) : EVERY;
      if (stale()) return;
      const found = await gather(pagefind, terms, options);
      if (stale()) return;
      rest = [...found.results];
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
      const stories = words && !facets.any() ? await told(pagefind, found) : new Set();
      if (stale()) return;
      const count = found.results.length - stories.size;
      status.textContent = said({ ...found, count, stories }, words, terms, about);
      part("sorting").hidden = count < 2 || !words;
      await facets.count(pagefind, found.parts, stale);
    } catch (fault) {
      if (!stale()) fail(fault);
    } finally {
      clearTimeout(slow);
      if (!stale()) busy(false);
    }
  }

  /** Say to those who listen that what is shown is about to change, or that it stands. */
  function busy(now) {
    part("found").setAttribute("aria-busy", String(now));
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
    busy(false);
    status.textContent = say("Type a name, a place or a word.");
  }

  function fail(fault) {
    idle();
    status.textContent = dialog.dataset.failed;
    console.warn("search:", fault);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    busy(true);
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

/** Return which of the results are storylines. They have no subject, outlet or year by which they could be narrowed. */
async function told(pagefind, { parts }) {
  const lists = parts.map(({ query }) => pagefind.search(query, { filters: { type: "storyline" } }));
  return new Set((await Promise.all(lists)).flatMap((list) => list?.results.map(({ id }) => id) ?? []));
}

/** Return what the line above the results says: how many there are, and what was looked for in place of what was typed. */
function said({ count, stories, all, results }, words, terms, about) {
  const found = counted(count, stories.size);
  if (!words) return found;
  const lacking = terms.filter((term) => term.instead && !term.named);
  const quoted = listed(lacking.map(({ written }) => `“${written}”`), "disjunction");
  const nobody = lacking.length ? say("No briefing has {names}.", { names: quoted }) : "";
  if (!results.length && nobody) return join(nobody, about ? say("A subject has that name:") : "");
  const named = terms.filter((term) => term.named);
  const names = named.map(({ written, shown }) => say("“{written}” is {shown} here.", { written, shown })).join(" ");
  const meant = terms.map(({ shown }) => shown).filter(Boolean).join(" ");
  const asked = nobody || names ? meant : words;
  const less = results.length - all;
  if (less && !all) return join(nobody, names, say("No briefing has all of these words. {found} with most of them:", { found }));
  if (less) return join(nobody, names, say("{found} for “{words}”, {less} of them with most of the words:", { found, words: asked, less }));
  if (lacking.length && lacking.every(({ shown }) => !shown)) return join(nobody, names, say("{found} without it:", { found }));
  if (nobody || names) return join(nobody, names, say("{found} for “{words}”:", { found, words: asked }));
  return say("{found} for “{words}”", { found, words: asked });
}

function counted(briefings, storylines) {
  const counts = [];
  if (briefings) counts.push(many("{count} briefing", "{count} briefings", briefings));
  else if (!storylines) counts.push(say("No briefings"));
  if (storylines) counts.push(many("{count} storyline", "{count} storylines", storylines));
  return listed(counts);
}

function join(...sentences) {
  return sentences.filter(Boolean).join(" ");
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
  const language = page.meta.language && say("in {languages}", { languages: page.meta.language });
  const kind = page.meta.type === "storyline" && say("Storyline");
  for (const fact of [kind, page.meta.date, page.meta.outlet, language]) if (fact) facts.append(element("span", "", fact));
  const excerpt = element("p", "find__excerpt");
  excerpt.append(...highlighted(page.excerpt ?? ""));
  if (page.meta.lang) for (const words of [link, excerpt]) Object.assign(words, { lang: page.meta.lang, dir: "auto" });
  li.append(link, facts, excerpt);
  return li;
}

/** Return an excerpt as text nodes and <mark>. Pagefind escapes `<` and `>` and adds <mark>; nothing else is markup. */
function highlighted(excerpt) {
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
