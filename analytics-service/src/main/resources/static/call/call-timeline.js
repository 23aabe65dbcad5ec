// The drawing of the call as a slider. It may be exchanged when a comment is added, so nothing here keeps an element.
import { clock } from "./call-time.js";

const STEP_SECONDS = 5;
const LEAP_SECONDS = 30;

export class Timeline {
  constructor(player) {
    this.player = player;
    this.dragging = false;
    document.addEventListener("pointerdown", (event) => this.grab(event));
    document.addEventListener("keydown", (event) => this.key(event));
  }

  get slider() {
    return document.getElementById("seek");
  }

  draw(seconds = this.player.seconds) {
    const slider = this.slider;
    if (!slider) return;
    const share = Math.min(1, seconds / (Number(slider.dataset.duration) / 1000));
    const line = document.getElementById("playhead");
    const x = share * line.ownerSVGElement.viewBox.baseVal.width;
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
    const whole = String(Math.floor(seconds));
    if (slider.getAttribute("aria-valuenow") === whole) return;
    slider.setAttribute("aria-valuenow", whole);
    slider.setAttribute("aria-valuetext", slider.dataset.text.replace("@", clock(seconds)));
  }

  grab(event) {
    const slider = event.target.closest?.("#seek");
    if (!slider || event.button !== 0) return;
    this.dragging = true;
    const at = (moved) => {
      const box = slider.getBoundingClientRect();
      const share = Math.min(1, Math.max(0, (moved.clientX - box.left) / box.width));
      return (share * Number(slider.dataset.duration)) / 1000;
    };
    const drag = (moved) => this.draw(at(moved));
    const drop = (moved) => {
      slider.removeEventListener("pointermove", drag);
      this.dragging = false;
      if (moved.type === "pointerup") this.player.seek(at(moved));
      this.draw();
    };
    slider.setPointerCapture(event.pointerId);
    slider.addEventListener("pointermove", drag);
    slider.addEventListener("pointerup", drop, { once: true });
    slider.addEventListener("pointercancel", drop, { once: true });
    drag(event);
  }

  key(event) {
    if (!event.target.closest?.("#seek") || event.ctrlKey || event.metaKey || event.altKey) return;
    const now = this.player.seconds;
    const to = {
      ArrowLeft: now - STEP_SECONDS,
      ArrowDown: now - STEP_SECONDS,
      ArrowRight: now + STEP_SECONDS,
      ArrowUp: now + STEP_SECONDS,
      PageDown: now - LEAP_SECONDS,
      PageUp: now + LEAP_SECONDS,
      Home: 0,
      End: this.player.duration,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.player.seek(to);
  }
}
