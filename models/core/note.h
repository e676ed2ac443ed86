// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

namespace Tempera {

/// What an answer's reader has to know about how it came to be.
enum class NoteKind {
    TemplateAssumed,  ///< The model's file has no chat template; the one that was taken.
    RuleNotEnforced,  ///< A keyword of the JSON schema that is not enforced during generation, and where it is.
    ParameterNotSent, ///< A parameter that was set and not sent, since the model is known to refuse it; its name.
    RaceDecided,      ///< It was not asked: the race was decided before; after how many cases.
    FromCache,        ///< The answer was given before and not asked for again; what that would have cost, "" = unknown.
    SchemaViolated,   ///< Where and why the answer does not follow its JSON schema.
    VariableEmpty,    ///< A variable of the prompt that the case has no value for; its name.
    Transformed,      ///< A script made the answer of what the model said; that, whole.
    ServerOfPool,     ///< One of several equal servers answered; its address.
    AnswerIsData,     ///< The answer is the JSON of what a script gave, which was no text; what it was ("object", "number", …).
};

/// A remark on an answer; no failure. `detail` is plain and untranslated, as in an Error.
struct Note {
    NoteKind kind = NoteKind::TemplateAssumed;
    QString detail;

    bool operator==(const Note &) const = default;
};
using Notes = QList<Note>;

/// One translated sentence.
[[nodiscard]] QString noteSentence(const Note &note);

/// Stable untranslated word for ledger and exports ("schema-violated").
[[nodiscard]] QString noteKindName(NoteKind kind);

/// [{"kind": …, "detail": …}, …]; notes of an unknown kind are left out.
[[nodiscard]] QJsonArray notesToJson(const Notes &notes);
[[nodiscard]] Notes notesFromJson(const QJsonArray &json);

} // namespace Tempera
