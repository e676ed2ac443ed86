// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/experiment/experiment.h"

#include <QJsonArray>

namespace Tempera {

/// Answers that are asked for again, at most, of a model whose answer failed its checks.
inline constexpr int mostSamplesAgain = 20;

/// What the config of a variant says of attempts after the first: its `fallback`, `fallbackOnFailedChecks` and
/// `retryOnFailedChecks`. Only its own list counts: where it names another variant, that one's own fallbacks are not asked.
struct FallbackRules {
    QJsonArray next = {};        ///< Who is asked next, in order: labels or ids of providers of the file, ids, maps with an id.
    bool onFailedChecks = false; ///< Also where an answer failed its checks; else only where there is none.
    int samplesAgain = 0;        ///< So often the same model is asked again first where its answer failed its checks.

    [[nodiscard]] bool isEmpty() const { return next.isEmpty() && samplesAgain == 0; }
    bool operator==(const FallbackRules &) const = default;
};

[[nodiscard]] FallbackRules fallbackRules(const Variant &variant);
/// Says so in its config; what says nothing is left out.
void setFallbackRules(Variant &variant, const FallbackRules &rules);

/// What an item of such a list is called: the text, or the label or id of a map, without what is secret in an address.
[[nodiscard]] QString fallbackName(const QJsonValue &item);

/// The variant with that label, else that id; −1 = none has.
[[nodiscard]] qsizetype variantNamed(const QList<Variant> &variants, const QString &name);

/// Whether two entries ask the same provider under the same label.
[[nodiscard]] bool isSameProvider(const Variant &a, const Variant &b);

/// Those who are asked after a variant, in order, each once and the variant itself left out. An Error is that of reading a provider.
[[nodiscard]] Result<QList<Variant>> fallbackVariants(const Experiment &experiment, const Variant &variant);

/// Whom the variants ask, their fallbacks included.
[[nodiscard]] QList<Endpoint> variantEndpoints(const Experiment &experiment);

} // namespace Tempera
