// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Tempera {

/// What a term of a filter looks at.
enum class FilterField {
    Passed,
    Failed,
    Error,
    Unchecked,
    Differs,
    Disagrees,
    Better,
    Worse,
    Regressed,
    Done,
    Stopped,
    NotNeeded,
    Running,
    Waiting,
    Outdated,
    Empty,
    Score,
    Delta,
    Tokens,
    InputTokens,
    Cost,
    Latency,
    FirstToken,
    Speed,
    Repeat,
    Model,
    Prompt,
    Variant,
    Case,
    Answer,
    VariantNumber,
    PromptNumber,
    Expected,
    Variable,
    Check,
    Rated,
    Rating,
    Tag,
    Comment,
    Metadata,
    Field,
};

/// How a field is written in a filter.
enum class FilterKind {
    Flag,     ///< `failed`
    Number,   ///< `tokens > 500`
    Name,     ///< `model = gpt-4.1`
    Text,     ///< `answer ~ hello`
    Check,    ///< `check:is-json`, `check:is-json = passed`
    Variable, ///< `var:city = Paris`, `meta:topic = law`, `field:total = wrong`
    Tag,      ///< `tag:too-long`
};

struct FilterFieldFacts {
    FilterField field = FilterField::Passed;
    QLatin1StringView name;
    FilterKind kind = FilterKind::Flag;
};

/// All that can be asked, in the order in which it is offered.
[[nodiscard]] const QList<FilterFieldFacts> &filterFields();
/// By its name, capitals aside; nothing where there is no such field. Not for Check, Variable and Tag, whose names have a
/// type, a name or a tag in them.
[[nodiscard]] std::optional<FilterFieldFacts> filterFieldNamed(QStringView name);
/// That of kind Variable with whose name a word begins; nothing where there is none.
[[nodiscard]] std::optional<FilterFieldFacts> filterFieldBeginning(QStringView word);
[[nodiscard]] const FilterFieldFacts &factsOf(FilterField field);
[[nodiscard]] QStringList filterFieldNames();
/// What a field is, its unit included, in a few words; translated.
[[nodiscard]] QString filterFieldMeaning(FilterField field);

} // namespace Tempera
