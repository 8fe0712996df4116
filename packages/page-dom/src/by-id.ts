/**
 * The page's own element with this ID.
 * @throws {Error} when the page has none: its HTML and its script do not fit
 */
export function byId<E extends HTMLElement = HTMLElement>(
  id: string,
  page: Pick<Document, "getElementById"> = document,
): E {
  const found = page.getElementById(id);
  if (found === null) throw new Error(`The page has no element with the ID "${id}".`);
  return found as E;
}
