// What was read on this device stays readable without a network. The network comes first: what is kept is shown only where
// it does not answer, or not in time. Stands at the root of the site, because a worker sees no more than what is below it.
const KEPT = "briefings-kept";
const MOST = 400; // pages and their parts; those longest unread go first
const PATIENCE = 4000; // ms that the network has before what is kept is shown
const SITE = self.registration.scope;
const NOT_KEPT = new URL("offline/", SITE).href;
// What every page needs. The rest is kept as it is read.
const PARTS = [
  "offline/",
  "assets/images/favicon.svg",
  "assets/javascripts/briefings.js",
  "assets/javascripts/scheme.js",
  "assets/stylesheets/briefings.css",
].map((part) => new URL(part, SITE).href);

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(PARTS)));
});

// The page that brought this worker was read before there was one.
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    await self.clients.claim();
    const [kept, open] = await Promise.all([caches.open(KEPT), self.clients.matchAll({ type: "window" })]);
    await Promise.allSettled(open.map(({ url }) => kept.add(address(url))));
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(SITE)) event.respondWith(answer(request));
});

async function answer(request) {
  const kept = await caches.open(KEPT);
  const fresh = fetch(request).then((response) => {
    if (response.status === 200) keep(kept, request.url, response.clone());
    return response;
  });
  try {
    return await Promise.race([fresh, late()]);
  } catch {
    const held = await kept.match(address(request.url));
    if (held) return held;
    // Not in the place of the page: the addresses in it hold where it stands.
    return request.mode === "navigate" ? fresh.catch(() => Response.redirect(NOT_KEPT)) : fresh;
  }
}

async function keep(kept, url, response) {
  await kept.put(address(url), response);
  const all = await kept.keys();
  const oldest = all.slice(0, Math.max(0, all.length - MOST)).filter(({ url: old }) => !PARTS.includes(old));
  await Promise.all(oldest.map((old) => kept.delete(old)));
}

/** Return an address without what is asked there: a page is the same whatever is searched for on it. */
function address(url) {
  const whole = new URL(url);
  return whole.origin + whole.pathname;
}

function late() {
  return new Promise((_, refuse) => { setTimeout(refuse, PATIENCE); });
}
