/** Keys that lead through a page: to the search box, from hit to hit, from mark to mark. */

/** Whether a key is text that somebody types. */
const types = (/** @type {EventTarget|null} */ target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/**
 * Moves through a list.
 *
 * @param {Element[]} all
 * @param {number} at the place in it, -1 for none
 * @param {number} step 1 or -1
 */
const moved = (all, at, step) => all[Math.min(all.length - 1, Math.max(0, at + step))];

function toHit(/** @type {number} */ step) {
  const all = [...document.querySelectorAll(".hit h3 a")];
  const at = all.findIndex((link) => link.closest(".hit").contains(document.activeElement));
  const next = moved(all, at, step);
  if (next instanceof HTMLElement) {
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}

function toMark(/** @type {number} */ step) {
  const all = [...document.querySelectorAll("article mark[id]")];
  const now = document.querySelector("mark.at") ?? document.querySelector("mark:target");
  const next = moved(all, now ? all.indexOf(now) : -1, step);
  if (next) {
    document.querySelectorAll("mark.at").forEach((mark) => mark.classList.remove("at"));
    next.classList.add("at");
    next.scrollIntoView({ block: "center" });
  }
}

export function moveByKeys() {
  document.addEventListener("keydown", (event) => {
    if (types(event.target) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const steps = {
      Slash: () => /** @type {HTMLInputElement} */ (document.querySelector("#q")).select(),
      KeyJ: () => toHit(1),
      KeyK: () => toHit(-1),
      KeyN: () => toMark(1),
      KeyP: () => toMark(-1),
    };
    // The place of the key, so that they are the same on an Arabic keyboard.
    const step = event.key === "/" ? steps.Slash : steps[event.code];
    if (step) {
      event.preventDefault();
      step();
    }
  });
}
