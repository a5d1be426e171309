#!/usr/bin/env bash
# Proves script/serve and script/test on a machine with nothing installed: a debootstrapped Debian.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: tests/fresh_machine.sh [bookworm|trixie] [--serve-only]

Makes a bare Debian in a temporary folder, puts a clone of this repository (what is
committed) into it, runs script/serve there, searches, stops it, runs script/test, and
removes everything. Run by hand, as root, with debootstrap and curl installed; it takes
about half an hour and 5 GB. Never run in continuous integration.

Environment:
  MIRROR           Debian mirror (default: the one this machine's apt uses)
  PORT             port for script/serve (default 18080)
  PINAKES_SHARED   test data, mounted read-only (default ../shared, skipped if missing)
TEXT
}

release=bookworm
serve_only=no
for argument in "$@"; do
  case "$argument" in
    bookworm | trixie) release=$argument ;;
    --serve-only) serve_only=yes ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done

cd "$(dirname "$0")/.."
port=${PORT:-18080}
shared=$(realpath -m "${PINAKES_SHARED:-../shared}")
mirror=${MIRROR:-$(apt-get indextargets --format '$(ORIGIN) $(LABEL) $(REPO_URI)' |
  awk '$1 == "Debian" && $2 == "Debian" { print $3; exit }')}
if [ "$(id -u)" -ne 0 ] || [ -z "$mirror" ] || ! command -v debootstrap >/dev/null; then
  echo "fresh_machine: needs root, debootstrap and a mirror (MIRROR=http://...)" >&2
  exit 3
fi

machine=$(mktemp -d "${TMPDIR:-/tmp}/pinakes-$release.XXXXXX")
server=
clean_up() {
  if [ -n "$server" ]; then
    kill -- "-$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  local point
  for point in root/shared dev/shm proc; do
    if mountpoint -q "$machine/$point"; then umount "$machine/$point" || umount -l "$machine/$point"; fi
  done
  # Never through a mount that would not go.
  rm -rf --one-file-system "$machine"
}
trap clean_up EXIT

say() { echo "fresh_machine: $(date +%T) $*"; }

# How this machine reaches the network: names, certificates, apt's and npm's settings of that kind.
copy_network_settings() {
  cp /etc/resolv.conf /etc/hosts "$machine/etc/"
  mkdir -p "$machine/usr/local/share/ca-certificates"
  cp -r /usr/local/share/ca-certificates/. "$machine/usr/local/share/ca-certificates/"
  chroot "$machine" update-ca-certificates >/dev/null 2>&1
  { grep -lsE '^Acquire::(https?|Check)' /etc/apt/apt.conf.d/* /etc/apt/apt.conf || true; } |
    xargs -r cp -t "$machine/etc/apt/apt.conf.d/"
  if ! command -v npm >/dev/null; then return; fi
  local key value
  for key in registry proxy https-proxy noproxy; do
    value=$(npm config get "$key" 2>/dev/null)
    case "$value" in '' | null | undefined) ;; *) echo "$key=$value" >>"$machine/root/.npmrc" ;; esac
  done
  echo 'cafile=/etc/ssl/certs/ca-certificates.crt' >>"$machine/root/.npmrc"
}

in_machine() {
  env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    ${no_proxy:+no_proxy="$no_proxy"} NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
    PORT="$port" PINAKES_SHARED=/root/shared chroot "$machine" "$@"
}

say "debootstrap $release from $mirror"
debootstrap --variant=minbase --include=ca-certificates "$release" "$machine" "$mirror" >"$machine.log" 2>&1 ||
  { tail -n 20 "$machine.log" >&2; exit 1; }
rm -f "$machine.log"
mount -t proc proc "$machine/proc"
mkdir -p "$machine/dev/shm" "$machine/root/shared"
mount -t tmpfs tmpfs "$machine/dev/shm"
if [ -d "$shared" ]; then
  mount --bind "$shared" "$machine/root/shared"
  mount -o remount,bind,ro "$machine/root/shared"
else
  rmdir "$machine/root/shared"
fi
copy_network_settings
git clone -q --no-hardlinks . "$machine/root/pinakes"

say "script/serve"
set -m # the job gets a process group of its own, so that all of it can be stopped
in_machine /root/pinakes/script/serve &
server=$!
set +m
until curl -fs "http://localhost:$port/health/ready" >/dev/null; do
  if ! kill -0 "$server" 2>/dev/null; then say "script/serve ended before it was ready"; exit 1; fi
  sleep 2
done
say "ready; searching"
page=$(curl -fsS "http://localhost:$port/en/datasets?q=cancer")
answer=$(curl -fsS "http://localhost:$port/api/v1/datasets?q=cancer")
grep -q 'href="[^"]*/datasets/' <<<"$page" || { say "the results page has no dataset"; exit 1; }
say "the page lists datasets; the API says ${answer:0:40}..."
kill -TERM -- "-$server"
wait "$server" || true # the status of the shell around it, which the signal ended too
server=
if [ "$serve_only" = yes ]; then say "$release: served"; exit 0; fi

say "script/test"
in_machine /root/pinakes/script/test
say "$release: served, searched and tested"
