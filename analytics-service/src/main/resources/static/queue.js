// The queue, and the decision on a call's page: keys, and what becomes of a card that somebody else was quicker with.
(() => {
  "use strict";
  const TYPING = "input, textarea, select, [contenteditable], dialog";
  const cards = () => [...document.querySelectorAll("#cards .card")];
  const help = document.getElementById("queue-help");
  let place = null; // id of the card that keys act on; cards are exchanged, ids stay

  const current = () => (place ? document.getElementById(place) : null);

  const go = (step) => {
    const all = cards();
    if (all.length === 0) return;
    const at = all.indexOf(current());
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))];
    place = next.id;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };

  /** Where keys find their buttons: the card that is chosen, or the one of the call's page. */
  const scope = () => {
    const within = document.activeElement?.closest?.(".card") ?? current();
    return within ?? document.querySelector(".decision-panel");
  };

  const press = (code) => {
    const target = scope()?.querySelector(`[data-key="${code}"]`);
    if (!target) return false;
    if (target.tagName === "SUMMARY") {
      const details = target.parentElement;
      details.open = true;
      details.querySelector("input:not([type=hidden]), select, textarea, button")?.focus();
    } else target.click();
    return true;
  };

  const open = () => {
    const link = current()?.querySelector("a.open");
    if (link) link.click();
    return Boolean(link);
  };

  const keysAreOff = () => {
    const toggle = document.getElementById("keys-on");
    return toggle !== null && !toggle.checked;
  };

  const act = (event) => {
    if (event.key === "?" && help) return help.showModal(), true;
    if (event.shiftKey || keysAreOff()) return false;
    switch (event.code) {
      case "KeyJ":
        return go(1), true;
      case "KeyK":
        return go(-1), true;
      case "Enter":
        return document.activeElement === current() && open();
      case "KeyT":
      case "KeyZ":
      case "KeyH":
      case "Digit1":
      case "Digit2":
      case "Digit3":
      case "Digit4":
        return press(event.code);
      default:
        return false;
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const pop = event.target.closest?.("details.pop[open]");
      if (pop) {
        pop.open = false;
        pop.querySelector("summary").focus();
      }
      return;
    }
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest(TYPING)) return;
    if (act(event)) event.preventDefault();
  });

  document.addEventListener("focusin", (event) => {
    const card = event.target.closest?.("#cards .card");
    if (card) place = card.id;
  });
  document.getElementById("queue-help-open")?.addEventListener("click", () => help.showModal());

  // One open form at a time: they lie over what is below them.
  document.addEventListener(
    "toggle",
    (event) => {
      if (!event.target.matches?.("details.pop[open]")) return;
      document.querySelectorAll("details.pop[open]").forEach((other) => {
        if (other !== event.target && !other.contains(event.target)) other.open = false;
      });
    },
    true,
  );

  const show = (decision, id, html) => {
    const state = new DOMParser().parseFromString(html, "text/html").getElementById(`card-${id}-state`);
    if (!state) return;
    document.getElementById(`card-${id}-state`)?.replaceWith(state);
    decision.querySelectorAll("input[name=version]").forEach((input) => (input.value = state.dataset.version));
  };

  // Somebody was quicker: the card shows how it stands now; forms keep what was typed and know the new version.
  document.addEventListener("htmx:responseError", (event) => {
    const decision = event.detail.elt.closest?.(".decision");
    if (event.detail.xhr.status !== 409 || !decision) return;
    const id = decision.dataset.card;
    // not by htmx: a request that succeeds takes down the words about the one that did not
    fetch(`/queue/cards/${id}`, { headers: { "HX-Request": "true" } })
      .then((answer) => (answer.ok ? answer.text() : ""))
      .then((html) => show(decision, id, html))
      .catch(() => {}); // away: what became of the card is shown when the page is loaded again
  });

  document.addEventListener("htmx:afterSettle", () => {
    if (place && document.activeElement === document.body) current()?.focus({ preventScroll: true });
  });
})();
