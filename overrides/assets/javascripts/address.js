// A search in the address of its page: it survives a walk to a result and Back, and can be sent to somebody.

const MOST = 20; // values of one facet, and
const LONGEST = 200; // letters of one, that are taken from an address, which anybody may have written

/** Write a search into the address: pairs of a name and a value; those of `names` that have no value go out of it. */
export function remember(names, pairs) {
  const address = new URL(location.href);
  for (const name of names) address.searchParams.delete(name);
  for (const [name, value] of pairs) if (value) address.searchParams.append(name, value);
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

/** Return the values that the address gives for a name. */
export function recall(name) {
  const values = new URLSearchParams(location.search).getAll(name);
  return values.slice(0, MOST).map((value) => value.slice(0, LONGEST)).filter(Boolean);
}
