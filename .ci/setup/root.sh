# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Where Tempera is built: on the system itself where that is new enough, else in a private Debian 13 root.

# is_native: whether this system has Qt and KDE Frameworks as they are needed (6.8 and later) as Debian packages.
is_native() {
    local id version
    [ -z "${TEMPERA_PRIVATE_ROOT:-}" ] || return 1
    command -v apt-get >/dev/null 2>&1 || return 1
    # shellcheck disable=SC1091
    id=$(. /etc/os-release && printf '%s' "${ID:-}")
    # shellcheck disable=SC1091
    version=$(. /etc/os-release && printf '%s' "${VERSION_ID:-99}")
    case $id in
    debian) [ "${version%%.*}" -ge 13 ] ;;
    ubuntu) [ "${version%%.*}" -ge 25 ] ;;
    *) return 1 ;;
    esac
}

# native_packages NAME…: installs what is missing of them on the system itself.
native_packages() {
    local missing
    missing=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | awk '$2 == "installed" { print $1 }' |
        sort -u | comm -13 - <(printf '%s\n' "$@" | sort -u))
    [ -n "$missing" ] || return 0
    step "reading the package lists" as_root apt-get update
    # shellcheck disable=SC2086
    step "installing packages" as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}

# root_path NAME…: the root with exactly these packages. Another list makes another root; nothing is ever half changed.
root_path() {
    printf '%s/roots/trixie-%s' "$cache_dir" "$(printf '%s\n' "$@" | sort -u | sha256sum | cut -c1-12)"
}

# debian_mirror: the mirror that the host's own package sources name; nothing (mmdebstrap's default) elsewhere.
debian_mirror() {
    # shellcheck disable=SC1091
    [ "$(. /etc/os-release && printf '%s' "${ID:-}")" = debian ] || return 0
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
        awk '/^URIs:/ { print $2 } /^deb / { for (i = 2; i <= NF; i++) if ($i ~ /^https?:/) { print $i; break } }' |
        grep -E '/debian/?$' | head -n 1
}

# host_tools: mmdebstrap and bwrap, the two programs that a private root needs of its host.
host_tools() {
    command -v mmdebstrap >/dev/null 2>&1 && command -v bwrap >/dev/null 2>&1 && return 0
    if command -v apt-get >/dev/null 2>&1; then
        step "reading the package lists" as_root apt-get update
        step "installing mmdebstrap and bubblewrap" as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y --no-install-recommends mmdebstrap bubblewrap uidmap debian-archive-keyring
    else
        die "install the packages mmdebstrap and bubblewrap first, then run the same command again"
    fi
}

# discard DIRECTORY: removes a root, also one whose files belong to other users of a user namespace.
discard() {
    [ -e "$1" ] || return 0
    rm -rf --one-file-system "$1" 2>/dev/null || unshare --map-auto --map-root-user rm -rf --one-file-system "$1"
}

# make_root PATH NAME…: a root is made beside its place and moved there when it is whole.
make_root() { make_root_in_two "$1" "" "${@:2}"; }

# make_root_in_two PATH FIRST NAME…: the packages in the list FIRST are there before the others; then PATH.part can be used,
# and has the mark .tempera-compiler.
make_root_in_two() {
    local path=$1 first=$2 mirror list
    shift 2
    [ -e "$path/.tempera-whole" ] && return 0
    host_tools
    if [ -e "$path.part" ] || [ -e "$path" ]; then
        say "a half-made system is in the way; making it anew"
        discard "$path.part"
        discard "$path"
    fi
    mirror=$(debian_mirror || true)
    list=$(IFS=,; printf '%s' "${first:-$*}")
    local -a behind=()
    [ -z "$first" ] || behind=(--customize-hook='touch "$1/.tempera-compiler"'
        --customize-hook="chroot \"\$1\" apt-get install --yes --no-install-recommends $*")
    mkdir -p "${path%/*}"
    # Without a mark of wholeness inside, a root is a broken one, whatever the reason: so nothing has to reach the disk
    # before the next package (unsafe-io). What is excluded is told to dpkg alone: mmdebstrap would filter each of its first
    # packages through a Python program.
    step "making a private Debian 13 (about 2 GB, once)" env PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        mmdebstrap --verbose --variant=apt --include="$list" \
        --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Retries "3"' --dpkgopt=force-unsafe-io \
        --essential-hook='printf "path-exclude=/usr/share/%s/*\n" doc man >"$1/etc/dpkg/dpkg.cfg.d/tempera"' \
        "${behind[@]}" --customize-hook='touch "$1/.tempera-whole"' trixie "$path.part" ${mirror:+"$mirror"}
    mv "$path.part" "$path"
}

# in_root PATH COMMAND…: the command inside the root, with the user's own files and displays reachable.
in_root() {
    local path=$1 dir
    shift
    # It may have become whole since.
    [ -d "$path" ] || path=${path%.part}
    local -a args=(--bind "$path" / --dev /dev --proc /proc --tmpfs /run --bind /tmp /tmp)
    for dir in /dev/dri /dev/kfd /dev/shm; do [ -e "$dir" ] && args+=(--dev-bind "$dir" "$dir"); done
    for dir in /sys /etc/resolv.conf /etc/hosts /etc/ssl/certs; do
        [ -e "$dir" ] && args+=(--ro-bind "$(readlink -f "$dir")" "$dir")
    done
    for dir in /mnt /media /run/dbus "$HOME" "$cache_dir" "$source_dir" "$PWD" "${XDG_RUNTIME_DIR:-}" \
        "${XDG_CONFIG_HOME:-}" "${XDG_DATA_HOME:-}" "${XDG_STATE_HOME:-}"; do
        [ -n "$dir" ] && [ -d "$dir" ] && args+=(--bind "$dir" "$dir")
    done
    [ -n "${XAUTHORITY:-}" ] && [ -e "$XAUTHORITY" ] && args+=(--ro-bind "$XAUTHORITY" "$XAUTHORITY")
    bwrap "${args[@]}" --unsetenv LD_LIBRARY_PATH --unsetenv LD_PRELOAD --unsetenv QT_PLUGIN_PATH \
        --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin --setenv LC_ALL C.UTF-8 --chdir "$PWD" "$@"
}
