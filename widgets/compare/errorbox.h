// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

class QLabel;

namespace Tempera {

struct Error;

/// Why a cell has no answer, and what can be done about it here. It is as high as its text; where there is less room, it is
/// scrolled.
class ErrorBox final : public QScrollArea
{
    Q_OBJECT
public:
    /// What a person can do about it at once.
    enum class Remedy { None, EnterKey };

    explicit ErrorBox(QWidget *parent = nullptr);

    void showError(const Error &error, Remedy remedy);
    [[nodiscard]] QString text() const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void keyRequested();
    void runAgainRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *createButtons();
    void recolour();

    QLabel *m_text = nullptr;
    QWidget *m_buttons = nullptr;
};

} // namespace Tempera
