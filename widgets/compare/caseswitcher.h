// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QSpinBox;

namespace Tempera {

class ExperimentDocument;
class OneLineLabel;
class Selection;

/// Chooses the case (and, where cells are repeated, the repeat) that is compared.
class CaseSwitcher final : public QWidget
{
    Q_OBJECT
public:
    CaseSwitcher(ExperimentDocument &document, Selection &selection, QWidget *parent = nullptr);

    /// Actions for menus, with Ctrl+PgUp and Ctrl+PgDown as their usual keys.
    [[nodiscard]] QAction *previousAction() const { return m_previous; }
    [[nodiscard]] QAction *nextAction() const { return m_next; }

private:
    void sync();

    ExperimentDocument &m_document;
    Selection &m_selection;
    QAction *m_previous = nullptr;
    QAction *m_next = nullptr;
    QComboBox *m_cases = nullptr;
    QLabel *m_position = nullptr;
    OneLineLabel *m_repeatLabel = nullptr;
    QSpinBox *m_repeat = nullptr;
};

} // namespace Tempera
