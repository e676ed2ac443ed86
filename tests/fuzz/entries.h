// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <array>

namespace Tempera {

// What the fuzzers feed, one function for each kind of input that comes from outside. Each takes any bytes, gives them to
// the functions of ours that read such input, looks at all of what comes out, and ends the process where something that
// must hold does not. They tell whether the input was read as what it claims to be. One thread.

/// An experiment; what is written of it can be read again.
bool fuzzYaml(QByteArrayView bytes);
/// A table: as a window imports it, and as an experiment names it.
bool fuzzCsv(QByteArrayView bytes);
bool fuzzJsonl(QByteArrayView bytes);
/// A prompt of an experiment.
bool fuzzTemplate(QByteArrayView bytes);
/// A JSON schema, a line "---", an answer.
bool fuzzSchema(QByteArrayView bytes);
/// The chat template of a model's file.
bool fuzzChatTemplate(QByteArrayView bytes);
/// A byte that says how the rest is cut, and the answer of a server: a stream, one object or an error's body.
bool fuzzSse(QByteArrayView bytes);
/// A model's file.
bool fuzzGguf(QByteArrayView bytes);
/// Sampling settings of another program.
bool fuzzPreset(QByteArrayView bytes);
/// A pattern, a line end, the text that it is tried on.
bool fuzzRegex(QByteArrayView bytes);

struct FuzzEntry {
    const char *name; ///< As in ./dev fuzz NAME and corpus/NAME/.
    bool (*take)(QByteArrayView bytes);
};

inline constexpr std::array fuzzEntries{
    FuzzEntry{"yaml", fuzzYaml},         FuzzEntry{"csv", fuzzCsv},       FuzzEntry{"jsonl", fuzzJsonl},
    FuzzEntry{"template", fuzzTemplate}, FuzzEntry{"schema", fuzzSchema}, FuzzEntry{"chattemplate", fuzzChatTemplate},
    FuzzEntry{"sse", fuzzSse},           FuzzEntry{"gguf", fuzzGguf},     FuzzEntry{"preset", fuzzPreset},
    FuzzEntry{"regex", fuzzRegex},
};

} // namespace Tempera
