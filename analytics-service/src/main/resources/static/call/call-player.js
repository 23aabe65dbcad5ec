// The place in the call, and the recording that is played from it. Without a recording the place still moves: it is
// then the reader's. Says "move" when the place changes, "change" when it starts, stops or turns out unusable.
import { behindSilence, gapsOf } from "./call-silence.js";
import { recall, remember } from "./call-remembered.js";

const NOTES = ["loading", "gone", "damaged", "unplayable", "untranscribed", "withheld", "away"];
const UNHURRIED_MS = 400; // nobody needs to be told of a shorter wait

export class Player extends EventTarget {
  constructor() {
    super();
    this.root = document.getElementById("player");
    this.audio = document.getElementById("audio");
    this.seconds = 0;
    this.usable = this.audio !== null;
    this.gaps = gapsOf(this.root?.dataset.gaps);
    this.skipping = recall("skip", "false") === "true";
    const timeline = document.getElementById("seek");
    this.duration = Number(timeline?.dataset.duration ?? this.root?.dataset.duration ?? 0) / 1000;
    if (this.audio) this.listen();
  }

  listen() {
    const audio = this.audio;
    audio.controls = false;
    audio.addEventListener("loadedmetadata", () => {
      if (!this.duration && Number.isFinite(audio.duration)) this.duration = audio.duration;
      audio.currentTime = this.seconds;
    });
    audio.addEventListener("timeupdate", () => this.advanced());
    for (const name of ["play", "pause", "ended", "playing"]) audio.addEventListener(name, () => this.changed());
    audio.addEventListener("waiting", () => this.note("loading"));
    audio.addEventListener("playing", () => this.note(null));
    audio.addEventListener("error", () => this.failed());
    document.getElementById("retry").addEventListener("click", () => this.check());
    this.rate(Number(recall("speed", "1")));
    this.volume(Number(recall("volume", "1")));
    this.check();
  }

  /** Asks whether the recording is there: a player that is given a missing one fails loudly. */
  async check() {
    const slow = setTimeout(() => this.note("loading"), UNHURRIED_MS);
    const answer = await fetch(this.root.dataset.state).then((found) => (found.ok ? found.json() : null)).catch(() => null);
    clearTimeout(slow);
    const state = answer?.state ?? "away";
    if (state !== "ready") this.unusable(state === "none" ? "gone" : state);
    else if (this.audio.error || this.audio.canPlayType(answer.mediaType) === "") this.unusable("unplayable");
    else {
      this.usable = true;
      this.note(null);
      this.changed();
    }
  }

  failed() {
    if (this.audio.error?.code === MediaError.MEDIA_ERR_NETWORK) this.unusable("away");
    else this.check();
  }

  unusable(why) {
    this.usable = false;
    this.note(why);
    this.changed();
  }

  note(shown) {
    for (const name of NOTES) document.getElementById(`audio-${name}`).hidden = name !== shown;
  }

  advanced() {
    if (this.audio.readyState === 0 || this.audio.seeking) return;
    this.seconds = this.audio.currentTime;
    const behind = this.skipping && !this.audio.paused ? behindSilence(this.gaps, this.seconds) : null;
    if (behind === null) this.moved();
    else this.seek(behind);
  }

  get playing() {
    return this.audio !== null && !this.audio.paused && !this.audio.ended;
  }

  seek(seconds) {
    this.seconds = Math.max(0, this.duration ? Math.min(seconds, this.duration) : seconds);
    // before its length is known, a recording takes no place: it gets it then
    if (this.audio && this.audio.readyState > 0) this.audio.currentTime = this.seconds;
    this.moved();
  }

  play() {
    if (!this.usable) return;
    if (this.audio.error) this.audio.load();
    this.audio.play().catch(() => {}); // a pause, or a browser that wants a gesture first
  }

  toggle() {
    if (this.playing) this.audio.pause();
    else this.play();
  }

  rate(value) {
    if (!(value > 0)) return;
    this.audio.defaultPlaybackRate = value;
    this.audio.playbackRate = value;
    remember("speed", value);
  }

  volume(value) {
    this.audio.volume = Math.min(1, Math.max(0, Number.isFinite(value) ? value : 1));
    remember("volume", this.audio.volume);
  }

  skip(on) {
    this.skipping = on;
    remember("skip", on);
  }

  moved() {
    this.dispatchEvent(new Event("move"));
  }

  changed() {
    this.dispatchEvent(new Event("change"));
  }
}
