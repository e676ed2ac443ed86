// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/palettemodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;

namespace Tempera {

/// A line to type in over a list of all that can be done, shown or opened. The keyboard stays in the line: the arrow keys
/// choose, Return carries out, Escape leaves.
class CommandPalette final : public QDialog
{
    Q_OBJECT
public:
    explicit CommandPalette(QList<PaletteEntry> entries, QWidget *parent);

    [[nodiscard]] const PaletteModel &model() const { return *m_model; }

Q_SIGNALS:
    /// The palette is closed already.
    void chosen(const Tempera::PaletteEntry &entry);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search(const QString &typed);
    void choose(const QModelIndex &index);
    void placeOver(const QWidget &window);

    PaletteModel *m_model = nullptr;
    QLineEdit *m_line = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_nothing = nullptr;
};

} // namespace Tempera
