// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/turnspage.h"

#include "models/experiment/experimentdocument.h"
#include "models/items/turnsmodel.h"
#include "models/session/session.h"
#include "widgets/common/appearance.h"
#include "widgets/common/controls.h"
#include "widgets/common/selection.h"
#include "widgets/common/tablecopy.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

/// While answers are being written rows are laid out anew so often.
constexpr auto turnsPause = 200ms;
constexpr int leastTurnWidth = 220;

/// Text from the top; what is the same everywhere is muted, answers are not.
class TurnsDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->displayAlignment = Qt::AlignLeft | Qt::AlignTop;
        option->features |= QStyleOptionViewItem::WrapText;
        if (index.data(TurnsModel::SharedRole).toBool() && !index.data(TurnsModel::AnswerRole).toBool())
            option->palette.setColor(QPalette::Text, mutedColour(option->palette));
    }
};

} // namespace

TurnsPage::TurnsPage(const ExperimentDocument &document, Selection &selection, const Session &session, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_selection(selection),
      m_session(session),
      m_model(new TurnsModel(session, this)),
      m_table(new QTableView(this)),
      m_empty(
          makeEmptyState(tr("Nothing was said yet. Run the case, and its whole conversation stands here turn by turn."), this))
{
    createTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 0, 4, 4);
    column->addWidget(m_empty, 1);
    column->addWidget(m_table, 1);
    m_again.setSingleShot(true);
    m_again.setInterval(turnsPause);
    connect(&m_again, &QTimer::timeout, this, &TurnsPage::refresh);
    connect(&document, &ExperimentDocument::experimentChanged, this, &TurnsPage::follow);
    connect(&selection, &Selection::changed, this, &TurnsPage::follow);
    connect(&session, &Session::planned, this, &TurnsPage::follow);
    connect(&session, &Session::cellsAdded, this, &TurnsPage::follow);
    connect(&session, &Session::cellsChanged, this, [this](int first, int last) {
        if (m_model->showsCell(first, last))
            follow();
    });
}

void TurnsPage::createTable()
{
    m_table->setObjectName(u"turns"_s);
    m_table->setAccessibleName(tr("Conversations turn by turn"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TurnsDelegate(m_table));
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(true);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setAccessibleName(tr("What stands side by side"));
    m_table->horizontalHeader()->setMinimumSectionSize(leastTurnWidth);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->setAccessibleName(tr("Turns"));
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    enableTableCopy(m_table);
    connect(m_table, &QTableView::activated, this, &TurnsPage::choose);
}

void TurnsPage::setAxis(ColumnAxis axis)
{
    m_axis = axis;
    follow();
}

void TurnsPage::follow()
{
    if (isVisible() && !m_again.isActive())
        m_again.start();
}

void TurnsPage::refresh()
{
    m_again.stop();
    const Experiment &experiment = m_document.experiment();
    const ColumnAxis axis = usableAxis(m_axis, experiment);
    QList<TurnsModel::Column> columns;
    for (int i = 0; i < columnsAlong(axis, experiment); ++i) {
        const CellKey place = placeInColumn(axis, m_selection.key(), i);
        columns += TurnsModel::Column{columnTitle(axis, experiment, place), place};
    }
    const QModelIndex before = m_table->currentIndex();
    const int row = before.row();
    const int column = before.column();
    m_model->show(experiment, columns);
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    if (row >= 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(
            m_model->index(std::min(row, m_model->rowCount() - 1), std::min(column, m_model->columnCount() - 1)));
}

void TurnsPage::choose(const QModelIndex &index)
{
    if (const std::optional<CellKey> place = m_model->placeOf(index))
        m_selection.setKey(*place);
}

void TurnsPage::focusTurns(int column)
{
    m_table->setFocus(Qt::ShortcutFocusReason);
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, std::clamp(column, 0, std::max(0, m_model->columnCount() - 1))));
}

void TurnsPage::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

} // namespace Tempera
