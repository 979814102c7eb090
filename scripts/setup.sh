#!/usr/bin/env bash
# Makes .venv and installs the project there, once for each state of its pinned dependencies.
# Sourced by the other scripts: `install_project "[test]"` installs the test extra too.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

# Progress for a person at a terminal, nothing for a pipe.
say() { if [ -t 2 ]; then echo "$1" >&2; fi; }

find_python() {
  local candidate
  for candidate in python3.13 python3.12 python3.11 python3; do
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
  echo "strategraph needs Python 3.11, 3.12 or 3.13, and none is on the PATH." >&2
  return 1
}

make_venv() {
  local python
  python=$(find_python)
  if "$python" -c 'import ensurepip' 2>/dev/null; then
    "$python" -m venv .venv
  else
    # Debian leaves ensurepip out; the system's pip can install into a venv that has none.
    "$python" -m venv --without-pip .venv
    "$python" -m pip --python .venv/bin/python install --quiet pip
  fi
}

install_project() {
  local extra="$1" stamp wanted
  stamp=".venv/.installed${extra}"
  # The folder counts too: a venv does not survive being moved.
  wanted=$({ pwd && cat pyproject.toml constraints.txt; } | sha256sum)
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
    return
  fi
  # An interrupted start can leave a venv without pip.
  .venv/bin/python -m pip --version >/dev/null 2>&1 || make_venv
  say "Installing strategraph${extra} into .venv …"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check \
    --constraint constraints.txt --editable ".${extra}"
  echo "$wanted" >"$stamp"
}
