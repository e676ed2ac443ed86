// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/cell.h"
#include "models/experiment/experiment.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace Tempera {

class OutputPane;
class VerdictChips;

/// One variant of the compared ones: head, streaming answer, numbers and verdicts.
class VariantColumn final : public QFrame
{
    Q_OBJECT
public:
    /// How far what is shown belongs to what is being edited.
    enum class Freshness { Current, Outdated };

    explicit VariantColumn(QWidget *parent = nullptr);

    void setVariant(const Variant &variant);
    /// Null: nothing was run here. `answer` tells answers apart, see OutputPane::showAnswer().
    void showCell(const Cell *cell, quint64 answer, Freshness freshness);
    void setCurrent(bool current);
    /// "82 % as in the baseline", or empty.
    void setComparison(const QString &text);
    void setMenu(QMenu *menu);
    /// Puts a line editor in the place of the title.
    void startRename();
    /// Puts the keyboard on the answer.
    void focusAnswer();
    [[nodiscard]] OutputPane *pane() const { return m_pane; }
    [[nodiscard]] QString footerText() const;
    [[nodiscard]] QString errorText() const;

Q_SIGNALS:
    void selected();
    void renamed(const QString &name);
    void keyRequested();      ///< The key that its answer failed for.
    void runAgainRequested(); ///< What failed.

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void createHead();
    void createBody();
    [[nodiscard]] QWidget *createKeyButtons();
    void finishRename();
    void showNumbers();

    Variant m_variant;
    Cell m_numbers; ///< The cell without its text, for the footer.
    bool m_hasCell = false;
    bool m_current = false;
    QTimer m_numbersTimer;
    QLabel *m_title = nullptr;
    QLineEdit *m_rename = nullptr;
    QLabel *m_settings = nullptr;
    QLabel *m_note = nullptr;
    QToolButton *m_menu = nullptr;
    QFrame *m_errorBox = nullptr;
    QLabel *m_error = nullptr;
    QWidget *m_keyButtons = nullptr; ///< Shown where a key is what was missed.
    OutputPane *m_pane = nullptr;
    QLabel *m_footer = nullptr;
    VerdictChips *m_chips = nullptr;
    QString m_comparison;
};

} // namespace Tempera
