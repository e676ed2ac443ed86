// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/compare/filtercompletion.h"
#include "models/compare/filterexpression.h"

#include <QWidget>

#include <functional>

class QCompleter;
class QHBoxLayout;
class QLineEdit;
class QStandardItemModel;
class QToolButton;

namespace Tempera {

class OneLineLabel;

/// The line in which cells are filtered: checked and completed while it is typed, with a history (Up and Down), buttons for usual
/// filters and for those that were kept.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *line() const { return m_line; }
    /// What can be named is asked when it is completed.
    void setNames(std::function<FilterNames()> names) { m_names = std::move(names); }
    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    /// The same, and it can be brought back with Up.
    void apply(const QString &text);
    /// Said at the right end: how much is shown.
    void setCount(const QString &text);
    /// A search goes on, and can be stopped.
    void setSearching(bool isSearching);

    [[nodiscard]] const QStringList &history() const { return m_history; } ///< Newest first.
    void setHistory(const QStringList &history) { m_history = history; }
    [[nodiscard]] const QStringList &kept() const { return m_kept; }
    void setKept(const QStringList &filters);

Q_SIGNALS:
    void filterChanged(const Tempera::FilterExpression &filter); ///< It can be read, and is another one.
    void keptChanged();
    void leaveRequested(); ///< Enter: to the cells.
    void stopRequested();  ///< Escape while a search goes on, or its button.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createLine();
    [[nodiscard]] QToolButton *addButton(const QString &filter);
    void read();
    void complete();
    void takeCompletion(const QString &text);
    void remember();
    void step(int by);
    void toggleKept();
    void updateButtons();

    QLineEdit *m_line = nullptr;
    OneLineLabel *m_error = nullptr;
    OneLineLabel *m_count = nullptr;
    QToolButton *m_stop = nullptr;
    QToolButton *m_keep = nullptr;
    QHBoxLayout *m_row = nullptr;
    QCompleter *m_completer = nullptr;
    QStandardItemModel *m_offers = nullptr;
    QList<QToolButton *> m_buttons;     ///< Of usual filters.
    QList<QToolButton *> m_keptButtons; ///< One a kept filter.
    std::function<FilterNames()> m_names;
    FilterCompletions m_completions;
    QString m_applied;
    QStringList m_history;
    QStringList m_kept;
    qsizetype m_step = -1; ///< In the history; −1: what was typed.
};

} // namespace Tempera
