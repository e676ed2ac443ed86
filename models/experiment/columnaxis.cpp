// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/columnaxis.h"

#include "models/experiment/titles.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {

int columnsAlong(ColumnAxis axis, const Experiment &experiment)
{
    switch (axis) {
    case ColumnAxis::Variants: break;
    case ColumnAxis::Prompts: return experiment.variants.isEmpty() ? 0 : static_cast<int>(experiment.prompts.size());
    case ColumnAxis::Repeats: return experiment.variants.isEmpty() ? 0 : std::max(1, experiment.repeat);
    case ColumnAxis::Runs: return experiment.variants.isEmpty() ? 0 : 1;
    }
    return static_cast<int>(experiment.variants.size());
}

ColumnAxis usableAxis(ColumnAxis axis, const Experiment &experiment)
{
    const int least = axis == ColumnAxis::Runs ? 1 : 2;
    return columnsAlong(axis, experiment) >= least ? axis : ColumnAxis::Variants;
}

CellKey placeInColumn(ColumnAxis axis, CellKey selected, int column)
{
    switch (axis) {
    case ColumnAxis::Variants: selected.variantIndex = column; break;
    case ColumnAxis::Prompts: selected.promptIndex = column; break;
    case ColumnAxis::Repeats: selected.repeat = column; break;
    case ColumnAxis::Runs: break;
    }
    return selected;
}

int columnOfPlace(ColumnAxis axis, const CellKey &place)
{
    switch (axis) {
    case ColumnAxis::Variants: break;
    case ColumnAxis::Prompts: return place.promptIndex;
    case ColumnAxis::Repeats: return place.repeat;
    case ColumnAxis::Runs: return 0;
    }
    return place.variantIndex;
}

QString columnTitle(ColumnAxis axis, const Experiment &experiment, const CellKey &place)
{
    const QString variant = experiment.variants.value(place.variantIndex).title();
    switch (axis) {
    case ColumnAxis::Variants: break;
    case ColumnAxis::Prompts: return u"%1 · %2"_s.arg(promptTitle(experiment, place.promptIndex), variant);
    case ColumnAxis::Repeats:
        return QCoreApplication::translate("Edits", "Repeat %1 · %2").arg(QString::number(place.repeat + 1), variant);
    case ColumnAxis::Runs: return QCoreApplication::translate("Edits", "This run · %1").arg(variant);
    }
    return variant;
}

} // namespace Tempera
