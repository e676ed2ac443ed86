# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
#
# The Debian 13 packages that Tempera is built with, runs with and is tested with; what else some commands need.

# What llama.cpp is built with: with these it can begin while the others are unpacked.
compiler_packages=(build-essential cmake ninja-build ccache mold)
packages=(
    "${compiler_packages[@]}"
    # build
    pkgconf ca-certificates extra-cmake-modules
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev
    libkf6syntaxhighlighting-dev libkf6xmlgui-dev libkf6configwidgets-dev libkf6config-dev
    libkf6coreaddons-dev libkf6i18n-dev libkf6iconthemes-dev libkf6breezeicons-dev
    libkf6colorscheme-dev libkf6widgetsaddons-dev
    qtkeychain-qt6-dev libjsoncons-dev libyaml-cpp-dev libquickjs libpcre2-dev libcli11-dev libjemalloc-dev
    zlib1g-dev node-nunjucks
    # run
    libqt6sql6-sqlite libkf6iconthemes-bin qt6-svg-plugins qt6-wayland qt6-translations-l10n
    fonts-noto-core fonts-noto-mono fonts-noto-color-emoji fonts-wqy-microhei
)

# Only for ./dev shots and ./dev bench window (a screen without a display), ./dev lint, ./dev model, ./dev fuzz and again lint,
# and ./dev package (what CPack tells programs from other files by; what looks at what was made).
picture_packages=(xvfb xauth)
lint_packages=(clang-format clang-tidy shellcheck)
training_packages=(python3-torch python3-numpy libopenblas0-pthread)
# The symbolizer is in llvm; clang's own OpenMP stands for GCC's, whose header clang does not find.
clang_packages=(clang libclang-rt-dev libomp-dev llvm)
packing_packages=(file)
inspecting_packages=(desktop-file-utils appstream shared-mime-info flatpak-builder)
