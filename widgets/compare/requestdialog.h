// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/shownrequest.h"
#include "widgets/common/keyboardorder.h"

#include <array>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace Tempera {

class Background;

/// What is sent for a cell, to read and to copy: as it goes over the wire, and as programs that send the same. Plain text, nothing
/// can be changed, and nothing of it is secret. Shown and left open beside the window.
class RequestDialog final : public OrderedDialog
{
    Q_OBJECT
public:
    /// `background` outlives it; null = texts are made at once.
    explicit RequestDialog(Background *background, QWidget *parent = nullptr);

    void showRequest(const ShownRequest &request);
    /// Why there is nothing to be seen, in the place of a request.
    void showProblem(const QString &why);

    /// Most UTF-16 units of a text that are shown; copied are all.
    static constexpr qsizetype mostShown = 200'000;

private:
    static constexpr int formCount = 4; ///< RequestForm
    using Texts = std::array<QString, formCount>;

    void addPage(int form, const QString &title);
    [[nodiscard]] QString introOf(const ShownRequest &request) const;
    void takeTexts(const Texts &texts);
    void copyPage();

    Background *m_background = nullptr;
    QLabel *m_intro = nullptr;
    QTabWidget *m_tabs = nullptr;
    QPushButton *m_copy = nullptr;
    std::array<QPlainTextEdit *, formCount> m_pages = {};
    Texts m_texts;
    quint64 m_turn = 0; ///< Tells the texts of the last request from those that come too late.
};

} // namespace Tempera
