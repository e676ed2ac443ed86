// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/filterbar.h"

#include "widgets/common/controls.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype longestHistory = 30;
constexpr qsizetype mostKeptFilters = 8;
constexpr int insertionRole = Qt::UserRole;

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent),
      m_line(new QLineEdit(this)),
      m_error(new OneLineLabel(OneLineLabel::Ink::Usual, this)),
      m_count(new OneLineLabel(OneLineLabel::Ink::Muted, this)),
      m_stop(makeToolButton(u"process-stop"_s, tr("Stop searching; what was found stays (Escape)"), this)),
      m_keep(makeToolButton(u"bookmark-new"_s, tr("Keep this filter as a button, or take its button away"), this)),
      m_row(new QHBoxLayout),
      m_completer(new QCompleter(this)),
      m_offers(new QStandardItemModel(this))
{
    createLine();
    m_error->setObjectName(u"gridFilterError"_s);
    m_error->hide();
    m_count->setObjectName(u"gridCount"_s);
    m_keep->setObjectName(u"keepFilter"_s);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(4);
    for (const QString &usual : {u"failed"_s, u"differs"_s})
        m_buttons += addButton(usual);
    m_row->addWidget(m_line, 1);
    m_row->addWidget(m_keep);
    m_row->addWidget(m_stop);
    m_row->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 0);
    column->setSpacing(2);
    column->addLayout(m_row);
    column->addWidget(m_error);
    m_stop->setObjectName(u"stopFilter"_s);
    connect(m_keep, &QToolButton::clicked, this, &FilterBar::toggleKept);
    connect(m_stop, &QToolButton::clicked, this, &FilterBar::stopRequested);
    setSearching(false);
    updateButtons();
}

void FilterBar::createLine()
{
    m_line->setObjectName(u"gridFilter"_s);
    m_line->setAccessibleName(tr("Filter of the cells"));
    m_line->setPlaceholderText(tr("Filter: failed and tokens > 500"));
    m_line->setToolTip(
        tr("Fields, texts and /patterns/, joined by and, or, not and parentheses; Up and Down bring earlier filters"));
    m_line->setClearButtonEnabled(true);
    m_line->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    m_line->installEventFilter(this);
    m_completer->setWidget(m_line);
    m_completer->setModel(m_offers);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setAccessibleName(tr("Completions of the filter"));
    connect(m_line, &QLineEdit::textChanged, this, &FilterBar::read);
    connect(m_line, &QLineEdit::textEdited, this, &FilterBar::complete);
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        remember();
        Q_EMIT leaveRequested();
    });
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { takeCompletion(index.data(insertionRole).toString()); });
}

/// A button that sets its filter, and takes it away when it is set.
QToolButton *FilterBar::addButton(const QString &filter)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setCheckable(true);
    button->setText(
        fontMetrics().elidedText(filter, Qt::ElideRight, fontMetrics().averageCharWidth() * 24).replace(u'&', "&&"_L1));
    button->setToolTip(filter);
    button->setAccessibleName(tr("Filter: %1").arg(filter));
    button->setObjectName(u"filter_"_s + filter);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, filter] { apply(text() == filter ? QString() : filter); });
    m_row->insertWidget(static_cast<int>(m_buttons.size() + m_keptButtons.size()), button);
    return button;
}

QString FilterBar::text() const
{
    return m_line->text().trimmed();
}

void FilterBar::setText(const QString &text)
{
    m_line->setText(text);
}

void FilterBar::apply(const QString &text)
{
    setText(text);
    remember();
}

void FilterBar::setCount(const QString &text)
{
    m_count->setText(text);
}

/// It keeps its room, so that nothing moves while one types.
void FilterBar::setSearching(bool isSearching)
{
    m_stop->setEnabled(isSearching);
}

void FilterBar::setKept(const QStringList &filters)
{
    qDeleteAll(m_keptButtons);
    m_keptButtons.clear();
    m_kept = filters.first(std::min(filters.size(), mostKeptFilters));
    for (const QString &filter : std::as_const(m_kept))
        m_keptButtons += addButton(filter);
    updateButtons();
}

void FilterBar::toggleKept()
{
    QStringList next = m_kept;
    if (next.removeAll(text()) == 0)
        next.prepend(text());
    setKept(next);
    Q_EMIT keptChanged();
}

void FilterBar::updateButtons()
{
    for (QToolButton *button : m_buttons + m_keptButtons)
        button->setChecked(button->toolTip() == text());
    m_keep->setEnabled(!text().isEmpty() && m_error->isHidden());
}

/// Applied as soon as it can be read; until then what was applied stays.
void FilterBar::read()
{
    const std::expected<FilterExpression, FilterError> filter = parseFilter(m_line->text());
    m_error->setVisible(!filter);
    m_error->setText(filter ? QString() : tr("At character %1: %2").arg(filter.error().position + 1).arg(filter.error().message));
    m_line->setAccessibleDescription(m_error->text());
    updateButtons();
    if (!filter || m_applied == text())
        return;
    m_applied = text();
    Q_EMIT filterChanged(*filter);
}

void FilterBar::complete()
{
    m_step = -1;
    m_completions = filterCompletions(m_line->text(), m_line->cursorPosition(), m_names ? m_names() : FilterNames());
    m_offers->clear();
    for (const FilterCompletion &each : std::as_const(m_completions.all)) {
        auto *item = new QStandardItem(each.meaning.isEmpty() ? each.text : u"%1   – %2"_s.arg(each.text, each.meaning));
        item->setData(each.text, insertionRole);
        m_offers->appendRow(item);
    }
    if (m_completions.all.isEmpty() || m_line->text().trimmed().isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void FilterBar::takeCompletion(const QString &text)
{
    m_line->setText(m_line->text().replace(m_completions.start, m_completions.length, text + u' '));
    m_line->setCursorPosition(static_cast<int>(m_completions.start + text.size() + 1));
}

void FilterBar::remember()
{
    m_step = -1;
    if (text().isEmpty() || !parseFilter(text()))
        return;
    m_history.removeAll(text());
    m_history.prepend(text());
    m_history = m_history.first(std::min(m_history.size(), longestHistory));
}

void FilterBar::step(int by)
{
    const qsizetype next = std::clamp<qsizetype>(m_step + by, -1, m_history.size() - 1);
    m_step = next;
    m_line->setText(next < 0 ? QString() : m_history.at(next));
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress && !m_completer->popup()->isVisible()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            step(key == Qt::Key_Up ? 1 : -1);
            return true;
        }
        if (key == Qt::Key_Escape && m_stop->isEnabled()) {
            Q_EMIT stopRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Tempera
