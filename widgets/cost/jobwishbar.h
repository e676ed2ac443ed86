// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/jobparts.h"
#include "models/pricing/catalog.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;

namespace Tempera {

class NumberBox;

/// What a person would have otherwise of a job: its documents, the limit on output, another model, a batch, the limits of the
/// endpoint. An empty box leaves it as the experiment has it.
class JobWishBar final : public QWidget
{
    Q_OBJECT
public:
    /// `catalog` outlives it.
    explicit JobWishBar(const Catalog *catalog, QWidget *parent = nullptr);

    [[nodiscard]] JobWish wish() const;
    /// How many documents there are, to be said where nothing else is asked for.
    void setDocuments(std::int64_t documents);
    /// Puts the keyboard into the first box.
    void focusFirst();

Q_SIGNALS:
    void changed(); ///< By a person.

private:
    NumberBox *addNumber(QGridLayout *grid, int place, const QString &name, const QString &title, const QString &help);
    void createModel();

    const Catalog *m_catalog = nullptr;
    NumberBox *m_documents = nullptr;
    NumberBox *m_cap = nullptr;
    NumberBox *m_requestRate = nullptr;
    NumberBox *m_tokenRate = nullptr;
    QComboBox *m_model = nullptr;
    QComboBox *m_output = nullptr;
    QCheckBox *m_batch = nullptr;
    QList<Capabilities> m_models; ///< As they stand in the list, after its first entry.
};

} // namespace Tempera
