// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

namespace Tempera {

/// The visible, enabled widgets under `root` that Tab stops at, in the order in which the eye reads them: line by line, and
/// what is side by side from its beginning to its end. Pages of their own, such as columns, are read through one by one.
[[nodiscard]] QWidgetList inReadingOrder(const QWidget &root);

/// Moves the keyboard to the next or previous widget of a window in reading order, and scrolls to it. Returns false where
/// there is none. For QWidget::focusNextPrevChild() of a window: the order holds however its parts were made or moved.
bool focusInReadingOrder(const QWidget &window, bool forward);

/// Moves the keyboard focus to a control and scrolls it into view: pages of tabs are turned,
/// sections unfolded and areas scrolled on the way.
void reveal(QWidget *control, Qt::FocusReason reason = Qt::ShortcutFocusReason);

/// Scrolls every area around a widget so that it is seen, as far as it fits.
void scrollTo(QWidget *widget);

/// Gives every button, box, tab and label of each dialog that is shown from now on a key of its own with Alt, where its text
/// names none, and keeps the dialog within its screen; as long as `owner` lives.
void keepDialogs(QObject *owner);

/// A dialog in which Tab goes in reading order.
class OrderedDialog : public QDialog
{
    Q_OBJECT
public:
    using QDialog::QDialog;

protected:
    bool focusNextPrevChild(bool next) override { return focusInReadingOrder(*this, next); }
};

} // namespace Tempera
