// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/diffview.h"
#include "models/text/displaytext.h"

#include <QPlainTextEdit>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <optional>

namespace Tempera {

/// A stretch of an answer that differs from another one.
struct PaneMark {
    /// Told apart by background and by line: under it, dotted, wavy, or through it.
    enum class Look : quint8 {
        New,          ///< Only here.
        CoinFlip,     ///< Only here, by luck.
        ChangeOfMind, ///< Only here, since the probability moved.
        Moved,        ///< Here, and elsewhere in the other one.
        Gone,         ///< The other one has it not.
        MovedAway,    ///< The same, and it stands elsewhere there.
    };
    TextStretch at;
    Look look = Look::New;
    QString tip = {}; ///< Shown under the pointer; empty = nothing is.

    bool operator==(const PaneMark &) const = default;
};

/// Shows one answer while it is being written. Appends only what is new, never rebuilds; follows the end only while
/// the reader is there. The first text is shown at once, more at most once in an interval: nobody reads faster, and each
/// append costs a layout and a picture. The text is data: plain, with control characters made visible.
class OutputPane final : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// Milliseconds between two appends where that many panes write side by side: 66 for a few; the more there are the
    /// fewer pictures each gets, so that all together cost the same.
    [[nodiscard]] static constexpr std::chrono::milliseconds appendInterval(int panes)
    {
        return std::max(std::chrono::milliseconds(66), panes * std::chrono::milliseconds(12));
    }

    explicit OutputPane(QWidget *parent = nullptr);

    /// Shows `text`, the answer called `answer` so far. The same answer with a longer text appends the rest;
    /// another answer, or a text that is shorter, starts over. 0 is no answer.
    void showAnswer(quint64 answer, const QString &text);
    void clearAnswer();
    /// How many panes it shares the screen with, itself included.
    void setPaneCount(int panes) { m_appendTimer.setInterval(appendInterval(panes)); }
    [[nodiscard]] std::chrono::milliseconds interval() const { return m_appendTimer.intervalAsDuration(); }
    /// Shows what waits for the next append.
    void showAll();

    /// One line a line in a fixed font; else lines are broken at the edge.
    void setRaw(bool raw);

    /// Shows another text in the place of the answer's own, without marks, until another answer comes; nothing = its own again.
    void showInstead(const std::optional<QString> &text);
    [[nodiscard]] bool showsItsOwnText() const { return !m_instead; }
    /// Marks stretches of the whole shown text.
    void mark(const QList<PaneMark> &marks);
    [[nodiscard]] const QList<PaneMark> &marks() const { return m_marks; }
    /// Selects a stretch and brings it into view; where it is empty the cursor goes there.
    void goTo(const TextStretch &at);
    /// Scrolls to a place in the whole, from 0 to 1.
    void scrollToShare(double share);
    /// Shows the lines that these stretches touch and no others; nothing = all lines.
    void showOnly(const std::optional<QList<TextStretch>> &stretches);
    [[nodiscard]] bool showsAllLines() const { return !m_only; }

    /// How often a text was set as a whole; tests require one while streaming.
    [[nodiscard]] int rebuilds() const { return m_rebuilds; }

    /// What is said of the mark at a place of the whole text; empty where there is none that says anything.
    [[nodiscard]] QString tipAt(qsizetype place) const;

protected:
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void append();
    [[nodiscard]] QTextCharFormat formatOf(PaneMark::Look look) const;

    quint64 m_answer = 0;
    qsizetype m_taken = 0; ///< UTF-16 units of the answer that are on the screen.
    DisplayText m_display;
    std::optional<QString> m_instead; ///< What is shown instead of the answer …
    QString m_own;                    ///< … which is this, as it was shown.
    QString m_waiting;                ///< Made ready, not yet on the screen.
    QTimer m_appendTimer;
    QList<PaneMark> m_marks;
    std::optional<QList<TextStretch>> m_only;
    int m_rebuilds = 0;
};

} // namespace Tempera
