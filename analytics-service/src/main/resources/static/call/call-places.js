// Places of the call that something leads to: markers, quotes, words, and the address itself.
import { clock, parseClock } from "./call-time.js";

const LEAD_SECONDS = 5; // heard before the words that a mark stands on
const SAME_PLACE_SECONDS = 0.5;

export class Places {
  constructor(player, text) {
    this.player = player;
    this.text = text;
    document.addEventListener("click", (event) => this.click(event));
    addEventListener("hashchange", () => this.fromAddress());
  }

  /** Seconds of all marks, in order. */
  marks() {
    const seconds = [...document.querySelectorAll("[data-place]")].map((mark) => Number(mark.dataset.place) / 1000);
    return [...new Set(seconds)].sort((one, other) => one - other);
  }

  /** To some words: the recording starts a little before them. */
  toMark(seconds, play) {
    const lead = this.player.usable ? LEAD_SECONDS : 0;
    this.at = seconds;
    this.player.seek(seconds - lead);
    this.text.reveal(seconds);
    if (play) this.player.play();
  }

  /** To the mark behind or before the one that was gone to last, or the place that is being played. */
  step(direction) {
    const { seconds } = this.player;
    const near = this.at !== undefined && seconds <= this.at + SAME_PLACE_SECONDS && seconds >= this.at - LEAD_SECONDS - 1;
    const from = near ? this.at : seconds;
    const marks = this.marks();
    const next =
      direction > 0
        ? marks.find((mark) => mark > from + (near ? 0 : SAME_PLACE_SECONDS))
        : marks.reverse().find((mark) => mark < from - (near ? 0 : SAME_PLACE_SECONDS));
    if (next !== undefined) this.toMark(next, this.player.playing);
  }

  click(event) {
    const { target } = event;
    const marker = target.closest("[data-place]");
    if (marker) {
      event.preventDefault();
      history.replaceState(history.state, "", marker.getAttribute("href"));
      this.toMark(Number(marker.dataset.place) / 1000, true);
      return;
    }
    const jump = target.closest("[data-jump]");
    if (jump) {
      const seconds = Number(jump.dataset.jump) / 1000;
      if (jump.parentElement.matches(".utterance")) this.toWords(seconds);
      else this.toMark(seconds, true);
      return;
    }
    const word = target.closest("[data-ms]");
    if (word && getSelection().isCollapsed) this.toWords(Number(word.dataset.ms) / 1000);
  }

  toWords(seconds) {
    this.player.seek(seconds);
    this.player.play();
  }

  /** #t=83000 as links have it, ?t=1:23 as people type it. */
  fromAddress() {
    const hash = /^#t=(\d+)$/.exec(location.hash);
    const typed = parseClock(new URLSearchParams(location.search).get("t"));
    if (!hash && typed === null) return;
    const seconds = (hash ? Number(hash[1]) : typed) / 1000;
    if (hash && this.marks().includes(seconds)) this.toMark(seconds, false);
    else {
      this.player.seek(seconds);
      this.text.reveal(seconds);
    }
  }

  /** Copies the address of this second; a page without TLS may not copy, so it stands in the address bar in any case. */
  async copyLink() {
    const button = document.getElementById("copy");
    const said = document.getElementById("audio-said");
    history.replaceState(history.state, "", `${location.pathname}#t=${Math.round(this.player.seconds * 1000)}`);
    const copied = await Promise.resolve(navigator.clipboard?.writeText(location.href).then(() => true))
      .catch(() => false);
    if (!button) return;
    said.textContent = copied ? button.dataset.done.replace("{0}", clock(this.player.seconds)) : button.dataset.failed;
    said.hidden = false;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => { said.hidden = true; }, 4000);
  }
}
