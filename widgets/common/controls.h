// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QLabel>
#include <QToolButton>

namespace Tempera {

/// A flat button with an icon; `text` is its tooltip and its accessible name.
[[nodiscard]] QToolButton *makeToolButton(const QString &icon, const QString &text, QWidget *parent);

/// Lets a list scroll under a control: the wheel turns the control only when it has the focus.
void ignoreWheelUnlessFocused(QWidget *control);

/// A wrapped, centred explanation for a place that is still empty.
[[nodiscard]] QLabel *makeEmptyState(const QString &text, QWidget *parent);

/// Plain text on one line, whatever it says: what does not fit is cut with "…", and the whole is shown under the pointer.
class OneLineLabel final : public QLabel
{
    Q_OBJECT
public:
    enum class Ink { Usual, Muted };
    explicit OneLineLabel(Ink ink, QWidget *parent = nullptr);

    /// Shown under the pointer beside the whole text; empty = the text alone, where it is cut.
    void setMore(const QString &more);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool isCut() const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString shown() const;

    Ink m_ink;
    QString m_more;
};

/// Small print: plain text in the muted colour that follows the palette.
class MutedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit MutedLabel(QWidget *parent = nullptr);
    explicit MutedLabel(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();
    bool m_recolouring = false;
};

} // namespace Tempera
