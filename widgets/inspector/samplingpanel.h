// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/capability.h"

#include <QList>
#include <QScrollArea>

class QComboBox;
class QLabel;

namespace Tempera {

class Catalog;
class ExperimentDocument;
class ParameterControl;
class Selection;

/// The settings of the selected variant; controls follow the model's capability record.
class SamplingPanel final : public QScrollArea
{
    Q_OBJECT
public:
    SamplingPanel(ExperimentDocument &document, Selection &selection, const Catalog *catalog, QWidget *parent = nullptr);

    [[nodiscard]] ParameterControl *control(Parameter parameter) const;
    void focusFirst();

private:
    void createControls();
    void sync();
    void store(Parameter parameter);
    void storeForm(int index);

    ExperimentDocument &m_document;
    Selection &m_selection;
    const Catalog *m_catalog = nullptr;
    QComboBox *m_variant = nullptr;
    QLabel *m_model = nullptr;
    QComboBox *m_form = nullptr;
    QList<ParameterControl *> m_controls;
};

} // namespace Tempera
