// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/filtercompletion.h"

#include "models/compare/fieldoutcomes.h"
#include "models/compare/filterexpression.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What stands before the word at the cursor.
struct FilterCursor {
    FilterCompletions found;
    QString typed;                         ///< The beginning of the word, without an opening quotation mark.
    std::optional<FilterFieldFacts> field; ///< Of the comparison that the word belongs to.
    bool isCheck = false;                  ///< The same, of a check.
    bool isValue = false;                  ///< A value has to follow; else a sign, where there is a field, or anything.
    bool isFree = true;                    ///< Something can be completed there.
};

/// Nothing continues it without a blank.
bool isClosed(FilterToken::Kind kind)
{
    return kind == FilterToken::Kind::Quoted || kind == FilterToken::Kind::Pattern || kind == FilterToken::Kind::Close;
}

FilterCursor cursorIn(const QString &text, qsizetype cursor)
{
    const QString before = text.first(std::clamp<qsizetype>(cursor, 0, text.size()));
    FilterCursor place;
    FilterTokens read = filterTokens(before);
    QList<FilterToken> tokens = read.tokens;
    place.found.start = before.size();
    if (read.error) { // quotes that are still open; within a pattern nothing is completed
        place.found.start = read.error->position;
        place.typed = before.sliced(read.error->position + 1);
        place.isFree = before.at(read.error->position) != u'/';
    } else if (!tokens.isEmpty() && tokens.last().kind == FilterToken::Kind::Word && tokens.last().end() == before.size()) {
        const FilterToken last = tokens.takeLast();
        place.found.start = last.start;
        place.typed = last.text;
    } else if (!tokens.isEmpty() && isClosed(tokens.last().kind) && tokens.last().end() == before.size()) {
        place.isFree = false;
    }
    place.found.length = before.size() - place.found.start;
    place.isValue = !tokens.isEmpty() && tokens.last().kind == FilterToken::Kind::Operator && tokens.last().text != u'!';
    const qsizetype fieldAt = tokens.size() - (place.isValue ? 2 : 1);
    if (fieldAt < 0 || tokens.at(fieldAt).kind != FilterToken::Kind::Word)
        return place;
    // After a whole comparison, the word before is its value and not a field.
    const bool isOwnValue =
        fieldAt > 0 && tokens.at(fieldAt - 1).kind == FilterToken::Kind::Operator && tokens.at(fieldAt - 1).text != u'!';
    if (isOwnValue)
        return place;
    place.isCheck = tokens.at(fieldAt).text.startsWith("check:"_L1, Qt::CaseInsensitive);
    place.field = filterFieldBeginning(tokens.at(fieldAt).text);
    if (!place.field)
        place.field = filterFieldNamed(tokens.at(fieldAt).text);
    return place;
}

QString signMeaning(const QString &sign)
{
    if (sign == u'~')
        return QCoreApplication::translate("Filter", "contains");
    return sign == "!~"_L1 ? QCoreApplication::translate("Filter", "does not contain") : QString();
}

QList<FilterCompletion> signsOf(FilterKind kind)
{
    const QStringList signs = kind == FilterKind::Number ? QStringList{u"<"_s, u">"_s, u"="_s, u"<="_s, u">="_s, u"!="_s}
                                                         : QStringList{u"="_s, u"~"_s, u"!="_s, u"!~"_s};
    QList<FilterCompletion> all;
    for (const QString &sign : signs)
        all += FilterCompletion{sign, signMeaning(sign)};
    return all;
}

QList<FilterCompletion> valuesOf(const FilterCursor &place, const FilterNames &names)
{
    QStringList values;
    if (place.isCheck)
        values = {u"passed"_s, u"failed"_s, u"error"_s};
    else if (place.field && place.field->field == FilterField::Field)
        values = fieldFilterWords();
    else if (place.field && place.field->field == FilterField::Rating)
        values = {u"up"_s, u"down"_s};
    else if (place.field && place.field->field == FilterField::Model)
        values = names.models;
    else if (place.field && place.field->field == FilterField::Prompt)
        values = names.prompts;
    else if (place.field && place.field->field == FilterField::Variant)
        values = names.variants;
    QList<FilterCompletion> all;
    for (const QString &value : std::as_const(values)) {
        if (value.contains(place.typed, Qt::CaseInsensitive))
            all += FilterCompletion{filterQuoted(value), {}};
    }
    return all;
}

const QStringList &membersOf(FilterField field, const FilterNames &names)
{
    switch (field) {
    case FilterField::Metadata: return names.metadata;
    case FilterField::Field: return names.fields;
    default: return names.variables;
    }
}

QList<FilterCompletion> beginnings(const QString &typed, const FilterNames &names)
{
    QList<FilterCompletion> all;
    const auto offer = [&](const QString &text, const QString &meaning) {
        if (text.startsWith(typed, Qt::CaseInsensitive))
            all += FilterCompletion{text, meaning};
    };
    for (const FilterFieldFacts &each : filterFields()) {
        if (each.kind == FilterKind::Variable) {
            for (const QString &name : membersOf(each.field, names))
                offer(each.name + name, filterFieldMeaning(each.field));
            continue;
        }
        if (each.kind != FilterKind::Check && each.kind != FilterKind::Tag) {
            offer(each.name, filterFieldMeaning(each.field));
            continue;
        }
        for (const QString &member : each.kind == FilterKind::Tag ? names.tags : names.checks)
            offer(each.name + member, filterFieldMeaning(each.field));
    }
    offer(u"not"_s, QCoreApplication::translate("Filter", "what does not match"));
    offer(u"or"_s, QCoreApplication::translate("Filter", "either of the two"));
    return all;
}

} // namespace

FilterCompletions filterCompletions(const QString &text, qsizetype cursor, const FilterNames &names)
{
    FilterCursor place = cursorIn(text, cursor);
    if (!place.isFree)
        return place.found;
    if (place.isValue)
        place.found.all = valuesOf(place, names);
    else if (place.typed.isEmpty() && place.field && place.field->kind != FilterKind::Flag)
        place.found.all = signsOf(place.field->kind);
    else
        place.found.all = beginnings(place.typed, names);
    // What is there already needs no completion.
    if (place.found.all.size() == 1 && place.found.all.first().text.compare(place.typed, Qt::CaseInsensitive) == 0)
        place.found.all.clear();
    return place.found;
}

} // namespace Tempera
