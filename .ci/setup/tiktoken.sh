# SPDX-FileCopyrightText: 2026 The Tempera developers
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# tiktoken for JavaScript, pinned, with its vocabularies: the reference of the token counter. Cached; after that nothing is fetched.

tiktoken_npm=tiktoken@1.0.22
tiktoken_npm_sha256=55c339e756fdb17604f7c7e3eb35d2bcbffe4d960e8096e50285d1cefa51dd90
tiktoken_dir=$cache_dir/tiktoken-1.0.22

tiktoken_ready() {
    [ ! -e "$tiktoken_dir/package/tiktoken.cjs" ] || return 0
    local work=$tiktoken_dir.part archive
    rm -rf "$work"
    mkdir -p "$work"
    npm_pack "$work" "$tiktoken_npm" >/dev/null || die "tiktoken could not be fetched from npm"
    archive=$(ls "$work"/*.tgz)
    printf '%s  %s\n' "$tiktoken_npm_sha256" "$archive" | sha256sum --check --quiet || die "tiktoken is not what it should be"
    tar -xzf "$archive" -C "$work"
    rm -rf "$tiktoken_dir"
    mv "$work" "$tiktoken_dir"
}

# with_node ARGS…: with the host's Node, else with Debian's in a small root of its own.
with_node() {
    if command -v node >/dev/null 2>&1; then
        node "$@"
        return
    fi
    local noder
    noder=$(root_path npm ca-certificates)
    make_root "$noder" npm ca-certificates
    in_root "$noder" node "$@"
}

# compare_tokens PROGRAM [DOCUMENTS]: a job of documents, counted by both. PROGRAM is a function that runs tempera.
compare_tokens() {
    local work status=0 compare=$source_dir/tests/data/tokens/compare.mjs
    work=$(mktemp -d)
    with_node "$compare" make "$tiktoken_dir/package" "$work" "${2:-10000}"
    "$1" cost -m openai:chat:gpt-4o openai:chat:gpt-4 --input "$work/documents.jsonl" --field text --each --json >"$work/ours.json" ||
        status=$?
    [ $status -ne 0 ] || with_node "$compare" compare "$work" || status=$?
    rm -rf "$work"
    return $status
}
