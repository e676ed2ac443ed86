// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/experiment/experimentdocument.h"

#include <QObject>

namespace Tempera {

/// Which prompt, case, variant and repeat the panels look at; always within the edited experiment (or 0).
class Selection final : public QObject
{
    Q_OBJECT
public:
    explicit Selection(ExperimentDocument &document, QObject *parent = nullptr);

    [[nodiscard]] int promptIndex() const { return m_key.promptIndex; }
    [[nodiscard]] int caseIndex() const { return m_key.caseIndex; }
    [[nodiscard]] int variantIndex() const { return m_key.variantIndex; }
    [[nodiscard]] int repeat() const { return m_key.repeat; }
    /// All four together.
    [[nodiscard]] const CellKey &key() const { return m_key; }

    void setPromptIndex(int index);
    void setCaseIndex(int index);
    void setVariantIndex(int index);
    void setRepeat(int repeat);
    void setKey(const CellKey &key);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] CellKey clamped(CellKey key) const;

    ExperimentDocument &m_document;
    CellKey m_key;
};

} // namespace Tempera
