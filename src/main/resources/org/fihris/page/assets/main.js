/**
 * What a script adds to a page that works without one. Nothing here knows how a page looks or what
 * it finds: links and forms of the page are what is used.
 */
import { suggestWhileTyping } from "./suggest.js";
import { brush } from "./histogram.js";
import { findInFacets } from "./facets.js";
import { moveByKeys } from "./keys.js";

document.documentElement.classList.add("js");

const search = document.querySelector("form.search");
if (search instanceof HTMLFormElement) {
  suggestWhileTyping(search);
}
document.querySelectorAll("svg.bars").forEach(brush);
document.querySelectorAll("[data-facet]").forEach(findInFacets);
moveByKeys();

/** The line at the top of a page that is waited for; not for what leaves it as it is. */
const waiting = () => document.documentElement.classList.add("loading");

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  const plain = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (link && plain && event.button === 0 && !link.getAttribute("href").includes("#")) {
    waiting();
  }
});
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) {
    waiting();
  }
});
addEventListener("pageshow", () => document.documentElement.classList.remove("loading"));
