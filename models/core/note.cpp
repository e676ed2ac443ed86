// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/note.h"

#include "models/core/money.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

struct NoteText {
    NoteKind kind;
    QLatin1StringView name;
    const char *sentence;
};

constexpr std::array noteTexts{
    NoteText{NoteKind::TemplateAssumed, "template-assumed"_L1,
             QT_TRANSLATE_NOOP("Note", "The model has no chat template; %1 is used.")},
    NoteText{NoteKind::RuleNotEnforced, "rule-not-enforced"_L1,
             QT_TRANSLATE_NOOP("Note",
                               "This part of the JSON schema is not enforced during generation, only checked afterwards: %1.")},
    NoteText{NoteKind::ParameterNotSent, "parameter-not-sent"_L1,
             QT_TRANSLATE_NOOP("Note", "The model does not take %1; it was not sent.")},
    NoteText{NoteKind::RaceDecided, "race-decided"_L1,
             QT_TRANSLATE_NOOP("Note", "Not asked, because the race was decided before. Cases that it took: %1.")},
    NoteText{NoteKind::FromCache, "from-cache"_L1, QT_TRANSLATE_NOOP("Note", "The answer is from the cache. Saved: %1")},
    NoteText{NoteKind::SchemaViolated, "schema-violated"_L1,
             QT_TRANSLATE_NOOP("Note", "The answer does not follow its JSON schema: %1")},
    NoteText{NoteKind::VariableEmpty, "variable-empty"_L1,
             QT_TRANSLATE_NOOP("Note", "The variable \"%1\" has no value; nothing was put in its place.")},
    NoteText{NoteKind::Transformed, "transformed"_L1, QT_TRANSLATE_NOOP("Note", "A script made this of the model's answer: %1")},
    NoteText{NoteKind::ServerOfPool, "server-of-pool"_L1,
             QT_TRANSLATE_NOOP("Note", "Of several equal servers, this one answered: %1")},
    NoteText{NoteKind::AnswerIsData, "answer-is-data"_L1,
             QT_TRANSLATE_NOOP("Note", "The script's output was no text but data (%1); this is its JSON.")},
};

} // namespace

QString noteSentence(const Note &note)
{
    for (const NoteText &text : noteTexts) {
        if (text.kind != note.kind)
            continue;
        const bool isUnknown = note.kind == NoteKind::FromCache && note.detail.isEmpty();
        return QCoreApplication::translate("Note", text.sentence).arg(isUnknown ? moneyText({}) : note.detail);
    }
    return note.detail;
}

QString noteKindName(NoteKind kind)
{
    for (const NoteText &text : noteTexts) {
        if (text.kind == kind)
            return text.name;
    }
    return {};
}

QJsonArray notesToJson(const Notes &notes)
{
    QJsonArray json;
    for (const Note &note : notes)
        json.append(QJsonObject{{u"kind"_s, noteKindName(note.kind)}, {u"detail"_s, note.detail}});
    return json;
}

Notes notesFromJson(const QJsonArray &json)
{
    Notes notes;
    for (const QJsonValue &each : json) {
        for (const NoteText &text : noteTexts) {
            if (each["kind"_L1].toString() == text.name)
                notes.append({text.kind, each["detail"_L1].toString()});
        }
    }
    return notes;
}

} // namespace Tempera
