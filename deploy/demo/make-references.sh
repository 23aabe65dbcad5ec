#!/usr/bin/env bash
# Puts the spoken demo calls and what is said in them into a folder that `callscope bench wer --reference DIR` reads.
set -euo pipefail

[[ $# == 1 ]] || { echo "usage: make-references.sh DIR" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$1"
cp "$here"/spoken/calls/*.opus "$here"/spoken/calls/*.json "$1"
python3 - "$here/spoken/truth.jsonl" "$1" <<'PYTHON'
import json
import pathlib
import sys

truth, folder = sys.argv[1], pathlib.Path(sys.argv[2])
for line in open(truth, encoding="utf-8"):
    call = json.loads(line)
    for party in ("agent", "customer"):
        said = [u["text"] for u in call["utterances"] if u["party"] == party]
        (folder / f"{call['id']}.{party}.txt").write_text("\n".join(said) + "\n", encoding="utf-8")
PYTHON
