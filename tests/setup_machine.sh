#!/usr/bin/env bash
# Brings what the tests need to a machine that has nothing: Chromium, and fonts with Cyrillic and
# Chinese. Chromium is $BRIEFBOOK_CHROMIUM, else an installed one, else Debian's, else playwright's.
set -euo pipefail

has_chromium() {
  [ -n "${BRIEFBOOK_CHROMIUM:-}" ] || command -v chromium >/dev/null ||
    command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null
}
has_fonts() {
  command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh)" ] && [ -n "$(fc-list :lang=ru)" ]
}
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}
can_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

if has_chromium && has_fonts; then exit 0; fi
if can_install; then
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -qq
  as_root apt-get install -y -qq --no-install-recommends fontconfig fonts-noto-core fonts-noto-cjk >/dev/null
  has_chromium || as_root apt-get install -y -qq --no-install-recommends chromium >/dev/null
fi
has_chromium || .venv/bin/python -m playwright install --with-deps chromium
has_fonts || echo "Fonts with Cyrillic and Chinese are missing: install Noto Sans and Noto Sans CJK." >&2
