// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/experiment/experiment.h"

#include "widgets/common/answerview.h"

#include <QFrame>
#include <QTimer>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QStackedLayout;
class QToolButton;
class QVBoxLayout;

namespace Tempera {

class DiffStrip;
class ErrorBox;
class OneLineLabel;
class OutputPane;
class MarkdownPane;
class VerdictChips;

/// One variant of the compared ones: head, streaming answer, numbers and verdicts. Head and foot are as high whatever they
/// say, so that the answers of columns side by side begin and end at one height.
class VariantColumn final : public QFrame
{
    Q_OBJECT
public:
    /// How far what is shown belongs to what is being edited.
    enum class Freshness { Current, Outdated };

    explicit VariantColumn(QWidget *parent = nullptr);

    /// `name` is its title here, which may say more than that of the variant.
    void setVariant(const Variant &variant, const QString &name);
    /// Null: nothing was run here. `answer` tells answers apart, see OutputPane::showAnswer().
    void showCell(const Cell *cell, quint64 answer, Freshness freshness);
    /// The numbers of an answer whose text is still to come.
    void showOutline(const Cell &cell, quint64 answer, Freshness freshness);
    void setCurrent(bool current);
    /// "82 % as in the baseline", or empty; `details` are shown under the pointer.
    void setComparison(const QString &text, const QString &details = {});
    /// Whether there is something to be known about the answer above it.
    [[nodiscard]] bool hasNote() const { return !m_noteText.isEmpty(); }
    /// Keeps a line for the note, also where there is none: another column has one.
    void keepNoteLine(bool kept);
    /// What it has more or less than the baseline, beside its settings; empty: nothing is to be said.
    void setDifference(const QString &text);
    void setAnswerView(AnswerView view);
    /// Null: there is nothing to be done with the variant here, and it cannot be named.
    void setMenu(QMenu *menu);
    /// What is missing can be asked for from here; a key too.
    void setRunnable(bool runnable) { m_runnable = runnable; }
    /// One line less at the top, and an answer of a few lines, where there is little height.
    void makeCompact();
    /// Puts a line editor in the place of the title.
    void startRename();
    /// Moves the keyboard focus to the answer.
    void focusAnswer();
    [[nodiscard]] OutputPane *pane() const { return m_pane; }
    /// Where in the answer something differs.
    [[nodiscard]] DiffStrip *strip() const { return m_strip; }
    /// What is seen where answers are rendered; null until they were.
    [[nodiscard]] MarkdownPane *rendered() const { return m_rendered; }
    [[nodiscard]] QString footerText() const;
    [[nodiscard]] QString errorText() const;

Q_SIGNALS:
    void selected();
    void renamed(const QString &name);
    void keyRequested();      ///< The key that its answer failed for.
    void runAgainRequested(); ///< What failed.

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void createHead();
    void createBody();
    void showError(const Error &error);
    void hideError();
    [[nodiscard]] QLayout *createFoot();
    void finishRename();
    void showNumbers();
    void updateNote();
    void showSettings();
    void render();

    Variant m_variant;
    Cell m_numbers; ///< The cell without its text, for the footer.
    bool m_hasCell = false;
    bool m_runnable = false;
    bool m_current = false;
    QTimer m_numbersTimer;
    OneLineLabel *m_title = nullptr;
    QHBoxLayout *m_titleRow = nullptr;
    QLineEdit *m_rename = nullptr; ///< Null until the column is first renamed.
    OneLineLabel *m_settings = nullptr;
    OneLineLabel *m_note = nullptr;
    QToolButton *m_menu = nullptr;
    QVBoxLayout *m_errorPlace = nullptr;
    ErrorBox *m_errorBox = nullptr; ///< Null until there is an error.
    QStackedLayout *m_stack = nullptr;
    OutputPane *m_pane = nullptr;
    DiffStrip *m_strip = nullptr;
    MarkdownPane *m_rendered = nullptr;
    OneLineLabel *m_footer = nullptr;
    VerdictChips *m_chips = nullptr;
    AnswerView m_view = AnswerView::Wrapped;
    QString m_answer;  ///< As it came, for rendering.
    int m_retries = 0; ///< Of the answer that is shown.
    QString m_settingsText;
    QString m_difference;
    QString m_comparison;
    QString m_comparisonDetails;
    bool m_outdated = false;
    bool m_noteLineKept = false;
    QString m_noteText;
};

} // namespace Tempera
