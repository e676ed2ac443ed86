// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPersistentModelIndex>
#include <QWidget>

class QItemSelectionModel;

namespace Tempera {

class GrowingEdit;
class MutedLabel;
class VariablesTableModel;

/// The whole text of the table's current cell, in several lines. Line ends stay of the kind they are.
class ValueEditor final : public QWidget
{
    Q_OBJECT
public:
    ValueEditor(VariablesTableModel *model, QItemSelectionModel *selection, QWidget *parent = nullptr);

    [[nodiscard]] GrowingEdit *edit() const { return m_edit; }

private:
    void show(const QModelIndex &index);
    void write();

    VariablesTableModel *m_model = nullptr;
    GrowingEdit *m_edit = nullptr;
    MutedLabel *m_title = nullptr;
    QPersistentModelIndex m_index;
    bool m_showing = false;
};

} // namespace Tempera
