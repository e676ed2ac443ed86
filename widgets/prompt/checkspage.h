// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace Tempera {

class ChecksModel;
class ExperimentDocument;
class Selection;

/// The checks of the selected case.
class ChecksPage final : public QWidget
{
    Q_OBJECT
public:
    ChecksPage(ExperimentDocument &document, Selection &selection, QWidget *parent = nullptr);

private:
    void sync();
    void removeSelected();

    ExperimentDocument &m_document;
    Selection &m_selection;
    ChecksModel *m_model = nullptr;
    QLabel *m_title = nullptr;
    QComboBox *m_type = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace Tempera
