"""Speaks the dialogues of spoken/dialogues as two-channel telephone calls.

Called by make-calls.sh, which checks the tools. Writes spoken/calls/<id>.opus,
spoken/calls/<id>.json and spoken/truth.jsonl. The same tools give the same bytes.
"""
import array
import json
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent / "spoken"
PARTIES = ("customer", "agent")  # channel 0, channel 1
SPEECH_RATE = 16_000
LINE_RATE = 8_000
PACE = 0.95  # flite alone speaks a little slower than people on the phone
HEAD_SECONDS = 0.4
TAIL_SECONDS = 0.6
# People do not answer after equal pauses; a fixed cycle keeps the build repeatable.
GAPS_SECONDS = (0.30, 0.45, 0.22, 0.60, 0.35, 0.28)


def run(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


def parse_turn(turn):
    party = next(name for name in PARTIES if name in turn)
    return party, turn[party], turn.get("gap"), turn.get("shows", [])


def speak(text, voice, folder, index):
    raw, spoken = folder / f"raw{index}.wav", folder / f"turn{index}.wav"
    run("flite", "-voice", voice, "--setf", f"duration_stretch={PACE}", "-t", text, "-o", raw)
    trim = ["silence", "1", "0.01", "0.3%", "reverse"]
    run("sox", "-R", raw, "-r", SPEECH_RATE, "-c", 1, "-b", 16, spoken, *trim, *trim, "norm", "-4")
    with wave.open(str(spoken)) as sound:
        samples = array.array("h")
        samples.frombytes(sound.readframes(sound.getnframes()))
    return samples


def lay_out(dialogue, folder):
    """Gives the two channels as samples, and the utterances with their times."""
    placed, utterances, end = [], [], HEAD_SECONDS
    for index, turn in enumerate(dialogue["turns"]):
        party, text, gap, _ = parse_turn(turn)
        samples = speak(text, dialogue["voices"][party], folder, index)
        if index > 0:
            end += gap if gap is not None else GAPS_SECONDS[index % len(GAPS_SECONDS)]
        start, end = end, end + len(samples) / SPEECH_RATE
        placed.append((party, start, samples))
        utterances.append({"party": party, "startMs": round(start * 1000), "endMs": round(end * 1000), "text": text})
    length = int((end + TAIL_SECONDS) * SPEECH_RATE)
    channels = {party: array.array("h", bytes(2 * length)) for party in PARTIES}
    for party, start, samples in placed:
        first = int(start * SPEECH_RATE)
        channels[party][first:first + len(samples)] = samples
    return channels, utterances, length / SPEECH_RATE


def write_wav(path, samples):
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(SPEECH_RATE)
        sound.writeframes(samples.tobytes())


def telephone(party, samples, seconds, folder):
    """Band 300 to 3400 Hz, the hiss of a line, and one pass through 8-bit mu-law."""
    clean, noise, line = (folder / f"{party}-{name}.wav" for name in ("clean", "noise", "line"))
    write_wav(clean, samples)
    # sox -R starts its noise from one seed: each channel takes another stretch of it.
    offset = 5 * PARTIES.index(party)
    run("sox", "-R", "-n", "-r", SPEECH_RATE, "-c", 1, "-b", 16, noise,
        "synth", seconds + offset + 0.1, "pinknoise", "trim", offset, seconds, "vol", 0.006)
    run("sox", "-R", "-D", "-m", "-v", 1, clean, "-v", 1, noise, "-r", LINE_RATE, "-e", "u-law", "-b", 8, line,
        "sinc", "300-3400", "rate", "-h", LINE_RATE)
    return line


def encode(lines, target, folder):
    # At 16 kbit/s Opus folds both parties into both channels (measured: all of one party's words were
    # recognised in the other's channel); from 18 kbit/s on it does not. 24 keeps away from that edge.
    both = folder / "both.wav"
    run("sox", "-R", "-D", "-M", *lines, "-e", "signed", "-b", 16, both)
    run("ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-i", both, "-c:a", "libopus",
        "-application", "voip", "-b:a", "24k", "-vbr", "on", "-frame_duration", 60,
        "-map_metadata", -1, "-fflags", "+bitexact", "-flags:a", "+bitexact", target)


def positions(dialogue, code):
    return [index for index, turn in enumerate(dialogue["turns"]) if code in parse_turn(turn)[3]]


def gold_marks(dialogue, kind):
    marks = []
    for mark in dialogue["gold"].get(kind, []):
        found = positions(dialogue, mark["code"])
        if not found:
            raise ValueError(f"{dialogue['id']}: no turn shows {mark['code']}")
        marks.append({"force": mark["code"].split(".")[0], **mark, "utterances": found})
    return marks


def gold_line(dialogue, utterances):
    gold = dialogue["gold"]
    return {"id": dialogue["id"], "language": "en", "utterances": utterances, "gold": {
        "barriers": gold_marks(dialogue, "barriers"),
        "drivers": gold_marks(dialogue, "drivers"),
        "signals": gold.get("signals", []),
        "reason": gold["reason"],
        "repeatSaid": gold.get("repeatSaid", False),
        "repeatCause": gold.get("repeatCause", "none"),
        "resolution": gold["resolution"],
        "evidenceSufficient": gold.get("evidenceSufficient", True),
    }}


def build(path):
    dialogue = yaml.safe_load(path.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        channels, utterances, seconds = lay_out(dialogue, folder)
        lines = [telephone(party, channels[party], seconds, folder) for party in PARTIES]
        encode(lines, HERE / "calls" / f"{dialogue['id']}.opus", folder)
    metadata = {**dialogue["metadata"], "language": "en", "channels": list(PARTIES)}
    sidecar = json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"
    (HERE / "calls" / f"{dialogue['id']}.json").write_text(sidecar, encoding="utf-8")
    print(f"{dialogue['id']} {seconds:.1f} s")
    return gold_line(dialogue, utterances)


def main():
    (HERE / "calls").mkdir(exist_ok=True)
    lines = [build(path) for path in sorted((HERE / "dialogues").glob("*.yaml"))]
    if not lines:
        sys.exit("no dialogues in " + str(HERE / "dialogues"))
    truth = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (HERE / "truth.jsonl").write_text(truth, encoding="utf-8")


if __name__ == "__main__":
    main()
