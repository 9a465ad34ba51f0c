# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2086
#
# What ./run and ./check have in common: saying something, and installing packages. Everything that
# is said goes to standard error, since standard output belongs to the program.

# What it takes to build and run the program.
run_packages='
  gcc libc6-dev meson ninja-build pkgconf gettext itstool xsltproc libxml2-utils desktop-file-utils
  libgtk-4-dev libadwaita-1-dev libgtksourceview-5-dev libjson-glib-dev libmd4c-dev
  libsoup-3.0-dev libsqlite3-dev libarchive-dev libcairo2-dev libpango1.0-dev
  libglib2.0-bin libglib2.0-dev-bin
  adwaita-icon-theme librsvg2-common fonts-cantarell'

# What its tests take besides.
check_packages='
  python3 locales xvfb openbox xdotool dbus at-spi2-core libatspi2.0-dev appstream poppler-utils
  xserver-xorg-core xserver-xorg-video-dummy x11-xserver-utils sway'

say ()
{
  echo "$*" >&2
}

die ()
{
  say "$*"
  exit 1
}

# Prints those of the packages $@ that are not installed.
list_missing ()
{
  dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
    awk -v wanted="$*" '
      $1 == "installed" { have[$2] = 1 }
      END {
        n = split (wanted, names, " ")
        for (i = 1; i <= n; i++)
          if (!have[names[i]])
            print names[i]
      }'
}

# Runs the command $@ as root.
as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  elif [ -t 0 ]; then
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

# Whether apt knows all of the packages $@; a new system has no lists.
apt_knows ()
{
  apt-cache show --no-all-versions "$@" >/dev/null 2>&1
}

apt_install ()
{
  as_root apt-get install -y -q --no-install-recommends "$@" </dev/null >>"$log" 2>&1
}

apt_update ()
{
  as_root apt-get update -q </dev/null >>"$log" 2>&1
}

# Installs those of the packages $@ that are missing, and says which before it does.
install_packages ()
{
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    command -v meson >/dev/null && command -v ninja >/dev/null && return
    die "This is no Debian, so nothing can be installed here. Install what these packages hold: $*"
  fi

  missing=$(list_missing "$@" | tr '\n' ' ')
  [ -n "$missing" ] || return 0

  say "These packages are missing and will be installed with apt-get:"
  say "  $missing"
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    die "That takes root, and there is no sudo. As root, run: apt-get install $missing"
  fi

  log=$(mktemp "${TMPDIR:-/tmp}/interleave-install.XXXXXX")
  say "This can take some minutes; what apt-get says is in $log"
  # The lists are fetched if they lack a package, and if what they name is gone.
  if { apt_knows $missing || apt_update; } && apt_install $missing; then
    rm -f "$log"
  elif apt_update && apt_install $missing; then
    rm -f "$log"
  else
    tail -n 15 "$log" >&2
    say "The packages could not be installed. Is this machine connected to the network, and may you"
    die "become root? You can install them in another way and call this again: $missing"
  fi
}

# Configures the build folder $1 with the options that follow, unless it is.
configure ()
{
  folder=$1
  shift
  if [ -e "$folder/build.ninja" ]; then
    # Not where the whole tree was moved. A tree that has changed may have other targets than before.
    grep -qF "\"source\": \"$PWD\"" "$folder/meson-info/meson-info.json" 2>/dev/null &&
      ninja -C "$folder" build.ninja >"$folder/configure.log" 2>&1 && return 0
    rm -rf "$folder"
  fi
  mkdir -p "$folder" || die "Nothing can be written to $PWD; copy it to a folder of your own."
  if ! meson setup "$folder" "$@" >"$folder/configure.log" 2>&1; then
    tail -n 20 "$folder/configure.log" >&2
    return 1
  fi
}
