// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/selection.h"

namespace Tempera {

Selection::Selection(ExperimentDocument &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document, &ExperimentDocument::experimentChanged, this, [this] { setKey(m_key); });
}

CellKey Selection::clamped(CellKey key) const
{
    const Experiment &experiment = m_document.experiment();
    const auto within = [](int index, qsizetype size) { return qBound(0, index, qMax(0, static_cast<int>(size) - 1)); };
    key.promptIndex = within(key.promptIndex, experiment.prompts.size());
    key.caseIndex = within(key.caseIndex, experiment.cases.size());
    key.variantIndex = within(key.variantIndex, experiment.variants.size());
    key.repeat = within(key.repeat, experiment.repeat);
    return key;
}

void Selection::setKey(const CellKey &key)
{
    const CellKey next = clamped(key);
    if (next == m_key)
        return;
    m_key = next;
    Q_EMIT changed();
}

void Selection::setPromptIndex(int index)
{
    CellKey next = m_key;
    next.promptIndex = index;
    setKey(next);
}

void Selection::setCaseIndex(int index)
{
    CellKey next = m_key;
    next.caseIndex = index;
    setKey(next);
}

void Selection::setVariantIndex(int index)
{
    CellKey next = m_key;
    next.variantIndex = index;
    setKey(next);
}

void Selection::setRepeat(int repeat)
{
    CellKey next = m_key;
    next.repeat = repeat;
    setKey(next);
}

} // namespace Tempera
