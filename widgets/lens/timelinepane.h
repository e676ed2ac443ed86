// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QTableView;

namespace Tempera {

class DropsModel;
class TimelineView;
class TokensModel;

/// The timeline of a text with the list of its sharpest drops beside it, where there is room for the list; the drops are
/// marked in the timeline and reached by its keys in any case.
class TimelinePane final : public QWidget
{
    Q_OBJECT
public:
    /// `tokens` outlives it.
    explicit TimelinePane(const TokensModel &tokens, QWidget *parent = nullptr);

    /// What the text is called, for those who do not see it.
    void setTitle(const QString &title);
    void setCurrent(int token);
    [[nodiscard]] TimelineView *timeline() const { return m_timeline; }
    [[nodiscard]] QTableView *list() const { return m_list; }

Q_SIGNALS:
    void tokenRequested(int token);
    void activated(); ///< The alternatives of the current token are to be shown.

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void createList();
    void showDrop(int token);

    DropsModel *m_drops = nullptr;
    TimelineView *m_timeline = nullptr;
    QTableView *m_list = nullptr;
    int m_current = -1;
};

} // namespace Tempera
