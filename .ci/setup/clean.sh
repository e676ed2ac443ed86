# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# A clean Debian 13 in which a package is installed and tried, and which is thrown away.

# install_in_clean_root PATH DEB: by apt, as a user would, without what is only recommended.
install_in_clean_root() {
    local path=$1 deb=$2 mirror
    host_tools
    discard "$path"
    mkdir -p "${path%/*}"
    mirror=$(debian_mirror || true)
    step "installing ${deb##*/} in a clean Debian 13" env PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        mmdebstrap --verbose --variant=apt --include=ca-certificates \
        --aptopt='Acquire::Retries "3"' --dpkgopt=force-unsafe-io \
        --customize-hook="copy-in '$deb' '$source_dir/.ci/try.sh' /var/tmp" \
        --customize-hook="chroot \"\$1\" apt-get install --yes --no-install-recommends '/var/tmp/${deb##*/}'" \
        trixie "$path" ${mirror:+"$mirror"}
}

# in_clean_root PATH COMMAND…: nothing of the host is there but its devices and processes; no display.
in_clean_root() {
    local path=$1
    shift
    bwrap --bind "$path" / --dev /dev --proc /proc --tmpfs /run --tmpfs /tmp --clearenv \
        --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin --setenv LC_ALL C.UTF-8 --setenv HOME /var/tmp/home \
        --setenv QT_QPA_PLATFORM offscreen --chdir /var/tmp "$@"
}

# try_package DEB: says what it does and what came of it.
try_package() {
    local deb=$1 path=$cache_dir/roots/clean-$$
    # shellcheck disable=SC2064
    trap "discard '$path'" EXIT
    install_in_clean_root "$path" "$deb"
    in_clean_root "$path" bash /var/tmp/try.sh
    trap - EXIT
    discard "$path"
}
