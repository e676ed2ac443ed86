// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/filterfields.h"

#include <QCoreApplication>

#include <algorithm>

namespace Tempera {
namespace {

QString fieldWords(const char *source)
{
    return QCoreApplication::translate("FilterFields", source);
}

} // namespace

const QList<FilterFieldFacts> &filterFields()
{
    using enum FilterField;
    using Kind = FilterKind;
    static const QList<FilterFieldFacts> all{
        {Failed, QLatin1StringView("failed"), Kind::Flag},
        {Passed, QLatin1StringView("passed"), Kind::Flag},
        {Error, QLatin1StringView("error"), Kind::Flag},
        {Differs, QLatin1StringView("differs"), Kind::Flag},
        {Disagrees, QLatin1StringView("disagrees"), Kind::Flag},
        {Regressed, QLatin1StringView("regressed"), Kind::Flag},
        {Worse, QLatin1StringView("worse"), Kind::Flag},
        {Better, QLatin1StringView("better"), Kind::Flag},
        {Check, QLatin1StringView("check:"), Kind::Check},
        {Rated, QLatin1StringView("rated"), Kind::Flag},
        {Rating, QLatin1StringView("rating"), Kind::Number},
        {Tag, QLatin1StringView("tag:"), Kind::Tag},
        {Comment, QLatin1StringView("comment"), Kind::Text},
        {Score, QLatin1StringView("score"), Kind::Number},
        {Delta, QLatin1StringView("delta"), Kind::Number},
        {Tokens, QLatin1StringView("tokens"), Kind::Number},
        {InputTokens, QLatin1StringView("input-tokens"), Kind::Number},
        {Cost, QLatin1StringView("cost"), Kind::Number},
        {Latency, QLatin1StringView("latency"), Kind::Number},
        {FirstToken, QLatin1StringView("first-token"), Kind::Number},
        {Speed, QLatin1StringView("speed"), Kind::Number},
        {Repeat, QLatin1StringView("repeat"), Kind::Number},
        {Model, QLatin1StringView("model"), Kind::Name},
        {Prompt, QLatin1StringView("prompt"), Kind::Name},
        {Variant, QLatin1StringView("variant"), Kind::Name},
        {Case, QLatin1StringView("case"), Kind::Name},
        {Answer, QLatin1StringView("answer"), Kind::Text},
        {Expected, QLatin1StringView("expected"), Kind::Text},
        {Variable, QLatin1StringView("var:"), Kind::Variable},
        {Metadata, QLatin1StringView("meta:"), Kind::Variable},
        {Field, QLatin1StringView("field:"), Kind::Variable},
        {VariantNumber, QLatin1StringView("variant-number"), Kind::Number},
        {PromptNumber, QLatin1StringView("prompt-number"), Kind::Number},
        {Empty, QLatin1StringView("empty"), Kind::Flag},
        {Unchecked, QLatin1StringView("unchecked"), Kind::Flag},
        {Done, QLatin1StringView("done"), Kind::Flag},
        {Stopped, QLatin1StringView("stopped"), Kind::Flag},
        {NotNeeded, QLatin1StringView("not-needed"), Kind::Flag},
        {Running, QLatin1StringView("running"), Kind::Flag},
        {Waiting, QLatin1StringView("waiting"), Kind::Flag},
        {Outdated, QLatin1StringView("outdated"), Kind::Flag},
    };
    return all;
}

std::optional<FilterFieldFacts> filterFieldNamed(QStringView name)
{
    const auto found = std::ranges::find_if(filterFields(), [name](const FilterFieldFacts &each) {
        return each.kind != FilterKind::Check && each.kind != FilterKind::Variable && each.kind != FilterKind::Tag
               && name.compare(each.name, Qt::CaseInsensitive) == 0;
    });
    return found == filterFields().end() ? std::nullopt : std::optional(*found);
}

std::optional<FilterFieldFacts> filterFieldBeginning(QStringView word)
{
    const auto found = std::ranges::find_if(filterFields(), [word](const FilterFieldFacts &each) {
        return each.kind == FilterKind::Variable && word.startsWith(each.name, Qt::CaseInsensitive);
    });
    return found == filterFields().end() ? std::nullopt : std::optional(*found);
}

const FilterFieldFacts &factsOf(FilterField field)
{
    return *std::ranges::find(filterFields(), field, &FilterFieldFacts::field);
}

QStringList filterFieldNames()
{
    QStringList names;
    for (const FilterFieldFacts &each : filterFields())
        names += each.name;
    return names;
}

QString filterFieldMeaning(FilterField field)
{
    switch (field) {
    case FilterField::Passed: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "the checks passed"));
    case FilterField::Failed:
        return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "a check did not pass, or an error came instead of an answer"));
    case FilterField::Error:
        return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "there was an error: no answer, or a check that could not be run"));
    case FilterField::Unchecked: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "no check said anything"));
    case FilterField::Differs: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "the answer is not that of the baseline"));
    case FilterField::Disagrees:
        return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "the case passes in one column and fails in another"));
    case FilterField::Better: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "scores higher than the baseline"));
    case FilterField::Worse: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "scores lower than the baseline"));
    case FilterField::Regressed: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "failed where the baseline passed"));
    case FilterField::Done: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "answered"));
    case FilterField::Stopped: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "stopped before its end"));
    case FilterField::NotNeeded: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "not asked: the race was decided before"));
    case FilterField::Running: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "under way now"));
    case FilterField::Waiting: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "not begun yet"));
    case FilterField::Outdated: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "something was changed since"));
    case FilterField::Empty: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "the answer is empty"));
    case FilterField::Score: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "of the checks, 0 to 1"));
    case FilterField::Delta: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "score minus that of the baseline"));
    case FilterField::Tokens: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "tokens of the answer"));
    case FilterField::InputTokens: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "tokens of the prompt"));
    case FilterField::Cost: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "US dollars"));
    case FilterField::Latency: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "seconds until the end, or 500ms"));
    case FilterField::FirstToken: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "seconds until the first token"));
    case FilterField::Speed: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "tokens per second"));
    case FilterField::Repeat: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "1 for the first one"));
    case FilterField::Model: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "name of the model"));
    case FilterField::Prompt: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "title of the prompt"));
    case FilterField::Variant: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "title of the variant"));
    case FilterField::Case: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "title of the case"));
    case FilterField::Answer: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "text of the answer"));
    case FilterField::VariantNumber:
        return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "1 for the first variant of the experiment"));
    case FilterField::PromptNumber:
        return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "1 for the first prompt of the experiment"));
    case FilterField::Expected:
        return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "an answer that the checks of the case name"));
    case FilterField::Variable: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "value of this variable of the case"));
    case FilterField::Metadata: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "value of this key of the case's metadata"));
    case FilterField::Field:
        return fieldWords(QT_TRANSLATE_NOOP("FilterFields",
                                            "an extracted field: right, wrong, missing, invented or ungrounded; * is any field"));
    case FilterField::Rated: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "a person rated the answer"));
    case FilterField::Rating: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "of a person, 0 to 1, or up or down"));
    case FilterField::Tag: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "a person gave the answer this tag"));
    case FilterField::Comment: return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "text of a person's comment"));
    case FilterField::Check:
        return fieldWords(QT_TRANSLATE_NOOP("FilterFields", "this check did not pass; or = passed, failed, error"));
    }
    return {};
}

} // namespace Tempera
