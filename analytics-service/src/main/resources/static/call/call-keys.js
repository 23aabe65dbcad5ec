// Keys of the page. Letters go by their place on the keyboard, so that they work in a Russian layout too.
import { recall, remember } from "./call-remembered.js";

const TYPING = "input, textarea, select, [contenteditable], dialog";
const PRESSED_BY_SPACE = "button, a, summary, audio";

export class Keys {
  /**
   * @param actions by the code of the key
   */
  constructor(actions) {
    this.actions = actions;
    this.dialog = document.getElementById("keys-help");
    this.on = recall("keys", "true") === "true";
    const toggle = document.getElementById("keys-on");
    toggle.checked = this.on;
    toggle.addEventListener("change", () => {
      this.on = toggle.checked;
      remember("keys", this.on);
    });
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  help() {
    this.dialog.showModal();
  }

  pressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { target } = event;
    if (target.closest(TYPING)) return;
    if (event.code === "Space" && target.closest(PRESSED_BY_SPACE)) return;
    const asks = event.key === "?" || (event.code === "Slash" && event.shiftKey);
    // the list is where keys are switched on again
    if (!this.on && !asks) return;
    const action = asks ? () => this.help() : event.shiftKey ? undefined : this.actions[event.code];
    if (!action) return;
    event.preventDefault();
    action();
  }
}
