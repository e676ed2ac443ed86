# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# llama.cpp, pinned: fetched, verified, built once for this processor, cached.

llama_version=v0.5.0
# The git tree of the release: the same whether it comes from the upstream tag or from the npm package's bundle.
llama_tree=fd570ef54b10ec5fecb739e7e04c8ce44a6f415a
llama_npm=node-llama-cpp@3.22.1
llama_npm_sha256=a0d9dd80eacd2ab1cfe71aee57ac8a806487fd70b3d2a38fbec637752d9e5c5f

llama_source=$cache_dir/llama-$llama_version/source
# Code made for one processor may not run on another, so each kind has its own build.
llama_build=$cache_dir/llama-$llama_version/build-$(grep -m1 '^flags' /proc/cpuinfo | sha256sum | cut -c1-8)

llama_tree_is_right() {
    [ -d "$1/.git" ] && [ "$(git -C "$1" rev-parse 'HEAD^{tree}' 2>/dev/null)" = "$llama_tree" ]
}

llama_from_upstream() {
    GIT_TERMINAL_PROMPT=0 timeout 600 git -c advice.detachedHead=false -c http.lowSpeedLimit=1000 -c http.lowSpeedTime=20 \
        clone --quiet --depth 1 --branch "$llama_version" https://github.com/ggml-org/llama.cpp "$1" &&
        llama_tree_is_right "$1"
}

# npm_pack DIRECTORY PACKAGE: with the host's npm, else with Debian's in a small root of its own.
npm_pack() {
    if command -v npm >/dev/null 2>&1; then
        (cd "$1" && npm pack --silent "$2")
        return
    fi
    local fetcher
    fetcher=$(root_path npm ca-certificates)
    make_root "$fetcher" npm ca-certificates
    (cd "$1" && in_root "$fetcher" npm pack --silent "$2")
}

llama_from_npm() {
    local work=$1.npm archive
    rm -rf "$work"
    mkdir -p "$work"
    npm_pack "$work" "$llama_npm" || return 1
    archive=$(ls "$work"/*.tgz)
    printf '%s  %s\n' "$llama_npm_sha256" "$archive" | sha256sum --check --quiet || return 1
    tar -xzf "$archive" -C "$work" package/llama/gitRelease.bundle
    git -c advice.detachedHead=false clone --quiet "$work/package/llama/gitRelease.bundle" "$1" && llama_tree_is_right "$1"
    local status=$?
    rm -rf "$work"
    return $status
}

fetch_llama() {
    local part=$llama_source.part
    rm -rf "$part"
    mkdir -p "${llama_source%/*}"
    llama_from_upstream "$part" || {
        rm -rf "$part"
        llama_from_npm "$part"
    } || {
        rm -rf "$part"
        echo "llama.cpp $llama_version could be fetched neither from its repository nor from npm, or was not what it should be"
        return 1
    }
    rm -rf "$llama_source"
    mv "$part" "$llama_source"
}

llama_additions=$source_dir/.ci/setup/llama.cmake
llama_options=(
    -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DCMAKE_POSITION_INDEPENDENT_CODE=ON
    -DLLAMA_BUILD_COMMON=ON -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_TOOLS=ON
    -DLLAMA_BUILD_SERVER=ON -DLLAMA_BUILD_UI=OFF -DLLAMA_USE_PREBUILT_UI=OFF -DLLAMA_BUILD_APP=OFF
    -DGGML_CCACHE=OFF -DLLAMA_OPENSSL=OFF -DLLAMA_BUILD_IS_DEV=OFF -DGGML_NATIVE=ON -DGGML_RPC=ON
    -DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold
)
# For a package: not what this processor has, but what those since about 2013 have (Haswell, Zen; ARMv8 needs nothing said).
# The parts that need more ask the processor themselves. These stand behind the others, so they hold.
# shellcheck disable=SC2034
llama_portable_build=$cache_dir/llama-$llama_version/build-portable-$(uname -m)
# shellcheck disable=SC2034
llama_portable_options=(-DGGML_NATIVE=OFF)
[ "$(uname -m)" != x86_64 ] ||
    llama_portable_options+=(-DGGML_SSE42=ON -DGGML_AVX=ON -DGGML_AVX2=ON -DGGML_BMI2=ON -DGGML_FMA=ON -DGGML_F16C=ON)
# What the program needs of it. What tests and benchmarks need besides is built when they are asked for.
# shellcheck disable=SC2034
llama_libraries=(llama tempera-llama-common)

# llama_fetched: the sources are there and are what they should be.
llama_fetched() { llama_tree_is_right "$llama_source" || step "fetching llama.cpp $llama_version" fetch_llama; }

# llama_ready TARGET…: the named programs or libraries of llama.cpp are built.
llama_ready() {
    local target missing=() stamp
    # What was built with other options is built again, as far as they matter to it.
    stamp=$llama_build/.options-$({ printf '%s\n' "${llama_options[@]}"; cat "$llama_additions"; } | sha256sum | cut -c1-8)
    if [ ! -e "$stamp" ]; then
        llama_fetched
        mkdir -p "$llama_build"
        rm -f "$llama_build"/.done-* "$llama_build"/.options-*
        # A copy: the build tree outlives the clone that made it.
        cp "$llama_additions" "$llama_build/additions.cmake"
        step "configuring llama.cpp" inside cmake -S "$llama_source" -B "$llama_build" -G Ninja "${llama_options[@]}" \
            -DCMAKE_PROJECT_INCLUDE="$llama_build/additions.cmake"
        : >"$stamp"
    fi
    for target in "$@"; do [ -e "$llama_build/.done-$target" ] || missing+=("$target"); done
    [ ${#missing[@]} -gt 0 ] || return 0
    llama_fetched
    step "building ${missing[*]} (llama.cpp, once)" inside ninja -C "$llama_build" "${missing[@]}"
    for target in "${missing[@]}"; do : >"$llama_build/.done-$target"; done
}
