// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace Tempera {

/// A text editor that is as high as its text, within limits. It leaves undo and redo to the document.
class GrowingEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit GrowingEdit(QWidget *parent = nullptr);

    /// Lines between which the height follows the text.
    void setLineLimits(int least, int most);
    /// Takes another text by changing only what differs, so that the cursor stays where it makes sense.
    void replaceText(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fit();
    [[nodiscard]] int heightFor(int lines) const;

    int m_least = 2;
    int m_most = 14;
};

} // namespace Tempera
