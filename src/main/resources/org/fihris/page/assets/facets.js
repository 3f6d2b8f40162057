/** The values of a facet while somebody types into its box, taken out of the page with them. */

const WAIT = 150;

/**
 * @param {HTMLElement} facet with a form that leads to the page with such values
 */
export function findInFacets(facet) {
  const form = facet.querySelector("form.find");
  if (!(form instanceof HTMLFormElement)) {
    return;
  }
  const box = /** @type {HTMLInputElement} */ (form.querySelector("input[type=search]"));
  let timer = 0;
  /** @type {AbortController|undefined} */
  let asking;

  const ask = async () => {
    asking?.abort();
    const own = new AbortController();
    asking = own;
    facet.setAttribute("aria-busy", "true");
    const address = new URL(form.action);
    address.hash = "";
    address.search = new URLSearchParams(
      /** @type {Iterable<[string, string]>} */ ([...new FormData(form)]),
    ).toString();
    try {
      const answer = await fetch(address, { signal: own.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const values = page.querySelector(`#${facet.id} .values`);
      if (answer.ok && values && asking === own) {
        facet.querySelector(".values").replaceWith(document.adoptNode(values));
      }
    } catch {
      // The values stay as they are; the form still leads to those that are meant.
    } finally {
      if (asking === own) {
        facet.removeAttribute("aria-busy");
      }
    }
  };

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
}
