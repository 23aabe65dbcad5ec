// The page of one call: the parts put together.
import { Comments } from "./call-comments.js";
import { Keys } from "./call-keys.js";
import { Places } from "./call-places.js";
import { Player } from "./call-player.js";
import { recall, remember } from "./call-remembered.js";
import { Text } from "./call-text.js";
import { clock } from "./call-time.js";
import { Timeline } from "./call-timeline.js";

const STEP_SECONDS = 5;
const element = (id) => document.getElementById(id);

const player = new Player();
const text = new Text();
const timeline = new Timeline(player);
const places = new Places(player, text);
const comments = new Comments(player, () => {
  text.refresh();
  timeline.draw();
});

let following = recall("follow", "true") === "true";

const pressed = (id, on) => element(id)?.setAttribute("aria-pressed", String(on));

const toggleFollow = () => {
  following = !following;
  remember("follow", following);
  pressed("follow", following);
};

const toggleSkip = () => {
  player.skip(!player.skipping);
  pressed("skip", player.skipping);
};

const speed = (direction) => {
  const select = element("speed");
  if (!select || select.disabled) return;
  const place = Math.min(select.options.length - 1, Math.max(0, select.selectedIndex + direction));
  select.selectedIndex = place;
  player.rate(Number(select.value));
};

const step = (seconds) => player.seek(player.seconds + seconds);

player.addEventListener("move", () => {
  if (!timeline.dragging) timeline.draw();
  text.show(player.seconds, following && (player.playing || !player.usable));
  if (element("clock")) element("clock").textContent = clock(player.seconds);
});

player.addEventListener("change", () => {
  const button = element("play");
  const label = player.playing ? button.dataset.pause : button.dataset.play;
  button.setAttribute("aria-label", label);
  button.title = label;
  button.classList.toggle("playing", player.playing);
  button.firstElementChild.textContent = player.playing ? "❚❚" : "▶";
  for (const id of ["play", "speed", "skip", "volume"]) element(id).disabled = !player.usable;
  document.body.classList.toggle("has-audio", player.usable);
});

const bindControls = () => {
  element("controls").hidden = false;
  document.body.classList.add("has-audio");
  const select = element("speed");
  for (const option of select.options) option.selected = Number(option.value) === player.audio.playbackRate;
  select.addEventListener("change", () => player.rate(Number(select.value)));
  element("volume").value = player.audio.volume;
  element("volume").addEventListener("input", (event) => player.volume(Number(event.target.value)));
  pressed("follow", following);
  pressed("skip", player.skipping);
  const actions = {
    play: () => player.toggle(),
    back: () => step(-STEP_SECONDS),
    forward: () => step(STEP_SECONDS),
    previous: () => places.step(-1),
    next: () => places.step(1),
    follow: toggleFollow,
    skip: toggleSkip,
    copy: () => places.copyLink(),
    help: () => keys.help(),
  };
  for (const [id, action] of Object.entries(actions)) element(id).addEventListener("click", action);
};

const keys = new Keys({
  ...(player.audio && {
    Space: () => player.toggle(),
    BracketLeft: () => speed(-1),
    BracketRight: () => speed(1),
    KeyS: toggleSkip,
    KeyF: toggleFollow,
  }),
  ArrowLeft: () => step(-STEP_SECONDS),
  ArrowRight: () => step(STEP_SECONDS),
  KeyN: () => places.step(1),
  KeyP: () => places.step(-1),
  KeyC: () => comments.here(),
  KeyL: () => places.copyLink(),
});

if (player.audio) bindControls();
timeline.draw();
places.fromAddress();
