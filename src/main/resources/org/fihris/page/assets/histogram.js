/**
 * A stretch of time taken out of the histogram: by dragging over its bars, or with Shift and the
 * arrow keys. Each bar is a link to its own period; the script only joins several.
 */

/**
 * @param {SVGSVGElement} drawing
 */
export function brush(drawing) {
  const bars = /** @type {SVGAElement[]} */ ([...drawing.querySelectorAll("a.bar")]);
  const says = drawing.closest("figure")?.querySelector(".says");
  if (bars.length === 0 || !says) {
    return;
  }
  const mirrored = getComputedStyle(drawing).direction === "rtl";
  let from = -1;
  let to = -1;
  let dragging = false;

  const clear = () => {
    from = -1;
    to = -1;
    bars.forEach((bar) => bar.classList.remove("taken"));
    says.textContent = drawing.dataset.hint;
  };

  const take = (/** @type {number} */ first, /** @type {number} */ last) => {
    from = first;
    to = last;
    const [low, high] = [Math.min(first, last), Math.max(first, last)];
    let count = 0;
    bars.forEach((bar, i) => {
      const inside = low <= i && i <= high;
      bar.classList.toggle("taken", inside);
      count += inside ? Number(bar.dataset.count) : 0;
    });
    says.textContent = drawing.dataset.says
      .replace("{0}", bars[low].dataset.from)
      .replace("{1}", bars[high].dataset.to)
      .replace("{2}", String(count));
  };

  /** The page of the stretch that is taken. */
  const go = () => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const address = new URL(bars[low].getAttribute("href"), location.href);
    address.searchParams.set("from", bars[low].dataset.from);
    address.searchParams.set("to", bars[high].dataset.to);
    document.documentElement.classList.add("loading");
    location.assign(address);
  };

  /** Only one of the bars is a stop of the tab key; arrows lead to the others. */
  const focus = (/** @type {number} */ i) => {
    bars.forEach((bar, other) => bar.setAttribute("tabindex", other === i ? "0" : "-1"));
    bars[i].focus();
  };
  bars.forEach((bar, i) => bar.setAttribute("tabindex", i === bars.length - 1 ? "0" : "-1"));

  const at = (/** @type {PointerEvent} */ event) => {
    const place = drawing.getBoundingClientRect();
    const share = Math.min(0.9999, Math.max(0, (event.clientX - place.left) / place.width));
    return Math.floor((mirrored ? 1 - share : share) * bars.length);
  };

  drawing.addEventListener("dragstart", (event) => event.preventDefault());
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && event.pointerType !== "touch") {
      dragging = true;
      from = at(event);
      to = from;
    }
  });
  addEventListener("pointermove", (event) => {
    if (dragging && at(event) !== to) {
      take(from, at(event));
    }
  });
  addEventListener("pointerup", () => {
    if (dragging && from !== to) {
      go();
    }
    dragging = false;
  });
  // What ends a drag is no click on the bar that it ends on.
  drawing.addEventListener("click", (event) => {
    if (from !== to && !event.shiftKey) {
      event.preventDefault();
    }
  });

  drawing.addEventListener("focusin", () => {
    if (from < 0) {
      says.textContent = drawing.dataset.hint;
    }
  });
  drawing.addEventListener("keydown", (event) => {
    const i = bars.indexOf(/** @type {SVGAElement} */ (event.target));
    if (i < 0) {
      return;
    }
    const later = mirrored ? "ArrowLeft" : "ArrowRight";
    const earlier = mirrored ? "ArrowRight" : "ArrowLeft";
    const other = {
      [later]: Math.min(bars.length - 1, i + 1),
      [earlier]: Math.max(0, i - 1),
      Home: 0,
      End: bars.length - 1,
    }[event.key];
    if (other !== undefined) {
      event.preventDefault();
      if (event.shiftKey) {
        take(from < 0 ? i : from, other);
      } else {
        clear();
      }
      focus(other);
    } else if (event.key === "Enter" && from >= 0) {
      event.preventDefault();
      go();
    } else if (event.key === "Escape" && from >= 0) {
      event.preventDefault();
      clear();
    }
  });
}
