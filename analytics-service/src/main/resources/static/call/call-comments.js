// Comments are sent by htmx; this puts the second in, and takes care of what came back.
import { draft } from "./call-remembered.js";
import { clock } from "./call-time.js";

const REFUSED = [409, 422]; // answered with the form and the reason

export class Comments {
  constructor(player, refreshed) {
    this.player = player;
    document.addEventListener("click", (event) => {
      if (event.target.closest("#comment-here")) this.here();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && event.target.closest?.(".comment-form")) event.target.blur();
    });
    document.body.addEventListener("htmx:beforeSwap", (event) => {
      if (REFUSED.includes(event.detail.xhr.status)) event.detail.shouldSwap = true;
    });
    // a page that is left or loaded anew, by a decision about the call or by mistake, must not lose what was typed
    document.addEventListener("input", (event) => {
      if (event.target.id === "comment-text") draft.keep(event.target.value);
    });
    document.body.addEventListener("htmx:afterRequest", (event) => {
      if (event.detail.successful && event.detail.requestConfig?.elt.matches(".comment-form")) draft.drop();
    });
    const text = document.getElementById("comment-text");
    if (text && !text.value) text.value = draft.kept();
    document.body.addEventListener("htmx:afterSettle", () => {
      this.offer();
      refreshed();
    });
    this.offer();
  }

  offer() {
    const button = document.getElementById("comment-here");
    if (button) button.hidden = false;
  }

  /** Begins a comment on the second that is being played. */
  here() {
    const text = document.getElementById("comment-text");
    if (!text) return;
    document.getElementById("comment-at").value = clock(this.player.seconds);
    // all of the form, and clear of what may be said at the edge of the page
    text.form.scrollIntoView({ block: "center" });
    text.focus({ preventScroll: true });
  }
}
