// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace Tempera {

/// "How this was computed": a page of plain text beside the window, to read and to copy from. Escape closes it.
class VerdictMethodPage final : public QDialog
{
    Q_OBJECT
public:
    explicit VerdictMethodPage(QWidget *parent);

    /// What is being read stays where it is when the text is the same.
    void showText(const QString &text);

private:
    QPlainTextEdit *m_text = nullptr;
};

} // namespace Tempera
