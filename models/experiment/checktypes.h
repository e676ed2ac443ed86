// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Tempera {

/// Types that are Tempera's own. They may be in `assert`; Tempera writes them under the test's `metadata.tempera.assert`, because
/// promptfoo stops at types that it does not know.
[[nodiscard]] const QStringList &ownCheckTypes();

/// Check types that this version supports, without "not-", in the order in which lists show them; for completion and
/// for warnings on load. models/checks has a check for each, and for no other.
[[nodiscard]] const QStringList &knownCheckTypes();

/// Those of them that compare vectors of texts, made by a model for that.
[[nodiscard]] const QStringList &embeddingCheckTypes();

/// Types of promptfoo that this version reads and keeps but does not carry out; without "not-".
[[nodiscard]] const QStringList &keptCheckTypes();

/// Why one of those, or any other type that is not known, is not carried out: a translated clause without a full stop.
[[nodiscard]] QString keptCheckReason(const QString &type);

} // namespace Tempera
