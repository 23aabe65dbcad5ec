#!/bin/sh
# Builds spoken/calls/*.opus, their metadata and spoken/truth.jsonl from spoken/dialogues/*.yaml.
# Debian: apt-get install flite sox ffmpeg python3-yaml
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
for tool in flite sox ffmpeg python3; do
    command -v "$tool" >/dev/null || { echo "make-calls: $tool is not installed" >&2; exit 1; }
done
python3 -c 'import yaml' 2>/dev/null || { echo "make-calls: PyYAML is not installed" >&2; exit 1; }

exec python3 "$here/make_calls.py"
