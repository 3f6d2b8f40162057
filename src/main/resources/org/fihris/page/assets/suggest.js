/** Suggestions while somebody types, as a list box of the search box (ARIA 1.2, combobox). */

const WAIT = 120;
const MOST = 10;

/**
 * @typedef {{kind: "entity"|"phrase"|"headline", text: string, id?: string}} Suggestion
 */

/**
 * @param {HTMLFormElement} form with the address of the suggestions and its texts as data
 */
export function suggestWhileTyping(form) {
  const box = /** @type {HTMLInputElement} */ (form.querySelector("input[type=search]"));
  const [entity, phrase, headline] = form.dataset.texts.split("|");
  const kinds = { entity, phrase, headline };
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.querySelector("label").textContent);
  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  form.append(list, status);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  /** What was typed, to come back to from the list. */
  let typed = box.value;
  /** @type {Suggestion[]} */
  let suggestions = [];
  let chosen = -1;
  let timer = 0;
  /** @type {AbortController|undefined} */
  let asking;

  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const choose = (/** @type {number} */ number) => {
    chosen = number;
    [...list.children].forEach((item, i) => {
      item.setAttribute("aria-selected", String(i === number));
      if (i === number) {
        item.scrollIntoView({ block: "nearest" });
      }
    });
    if (number < 0) {
      box.removeAttribute("aria-activedescendant");
      box.value = typed;
    } else {
      box.setAttribute("aria-activedescendant", list.children[number].id);
      box.value = suggestions[number].text;
    }
  };

  /** A headline is read; everything else is searched for. */
  const take = (/** @type {number} */ number) => {
    const suggestion = suggestions[number];
    box.value = suggestion.text;
    close();
    if (suggestion.kind === "headline" && suggestion.id) {
      const address = new URL("/article/" + encodeURIComponent(suggestion.id), location.href);
      for (const name of ["lang", "theme"]) {
        const field = form.elements.namedItem(name);
        if (field instanceof HTMLInputElement) {
          address.searchParams.set(name, field.value);
        }
      }
      location.assign(address);
    } else {
      form.requestSubmit();
    }
  };

  const show = (/** @type {Suggestion[]} */ found) => {
    suggestions = found;
    chosen = -1;
    list.replaceChildren(
      ...found.map((suggestion, i) => {
        const item = document.createElement("li");
        item.id = "suggestion-" + i;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        const text = document.createElement("span");
        text.dir = "auto";
        text.lang = "ar";
        text.textContent = suggestion.text;
        const kind = document.createElement("span");
        kind.className = "kind";
        kind.textContent = kinds[suggestion.kind] ?? "";
        item.append(text, kind);
        item.addEventListener("pointerdown", (event) => event.preventDefault());
        item.addEventListener("click", () => take(i));
        return item;
      }),
    );
    list.hidden = found.length === 0;
    box.setAttribute("aria-expanded", String(found.length > 0));
    box.removeAttribute("aria-activedescendant");
    status.textContent = found.length ? form.dataset.number.replace("{0}", String(found.length)) : "";
  };

  const ask = async () => {
    asking?.abort();
    const own = new AbortController();
    asking = own;
    const address = new URL(form.dataset.suggest, location.href);
    address.searchParams.set("q", typed);
    address.searchParams.set("limit", String(MOST));
    try {
      const answer = await fetch(address, { signal: own.signal });
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (asking === own && document.activeElement === box) {
        show(found);
      }
    } catch {
      // Without suggestions the box is a box.
    }
  };

  box.addEventListener("input", () => {
    typed = box.value;
    clearTimeout(timer);
    if (typed.trim() === "") {
      close();
    } else {
      timer = setTimeout(ask, WAIT);
    }
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return;
    }
    const open = !list.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && open) {
      event.preventDefault();
      const places = suggestions.length + 1;
      choose(((chosen + 1 + step + places) % places) - 1);
    } else if (step === 1 && typed.trim() !== "") {
      event.preventDefault();
      ask();
    } else if (event.key === "Enter" && open && chosen >= 0) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      choose(-1);
      close();
    }
  });
  box.addEventListener("blur", close);
}
