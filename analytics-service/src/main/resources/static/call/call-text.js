// The text of the call: it shows what is being said, and follows it.
const AFTERGLOW_SECONDS = 1.5;

export class Text {
  constructor() {
    this.shown = null;
    this.target = null;
    this.refresh();
  }

  /** Reads the lines anew, after one was exchanged. */
  refresh() {
    this.rows = [...document.querySelectorAll(".utterance")];
    this.starts = this.rows.map((row) => Number(row.dataset.start) / 1000);
    this.ends = this.rows.map((row) => Number(row.dataset.end) / 1000);
  }

  /** Place of the last line that has begun, or -1. */
  begun(seconds) {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= seconds) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Marks the line that is being said; goes there when it is a new one. */
  show(seconds, follow) {
    const place = this.begun(seconds + 0.05);
    const row = place >= 0 && seconds <= this.ends[place] + AFTERGLOW_SECONDS ? this.rows[place] : null;
    if (row === this.shown) return;
    this.shown?.classList.remove("now");
    row?.classList.add("now");
    this.shown = row;
    if (row && follow) this.scrollTo(row);
  }

  /** Goes to the words of a second and points at them. */
  reveal(seconds) {
    const row = this.rows[Math.max(0, this.begun(seconds + 0.05))];
    this.target?.classList.remove("target");
    row?.classList.add("target");
    this.target = row ?? null;
    if (row) this.scrollTo(row);
  }

  scrollTo(row) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    row.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }
}
