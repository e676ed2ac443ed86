// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/countspage.h"

#include "models/items/countsmodel.h"
#include "widgets/common/appearance.h"
#include "widgets/common/controls.h"
#include "widgets/common/tablecopy.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The larger a share, the stronger its colour; what is right is bold as well.
class CountsDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QVariant share = index.data(CountsModel::ShareRole);
        if (share.isValid() && !option.state.testFlag(QStyle::State_Selected)) {
            QColor colour =
                outcomeColour(index.data(CountsModel::RightRole).toBool() ? Outcome::Pass : Outcome::Fail, option.palette);
            colour.setAlphaF(static_cast<float>(0.35 * share.toDouble()));
            painter->fillRect(option.rect, colour);
        }
        QStyledItemDelegate::paint(painter, option, index);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->displayAlignment = Qt::AlignCenter;
        option->font.setBold(index.data(CountsModel::RightRole).toBool());
    }
};

} // namespace

CountsPage::CountsPage(const CountsPageTexts &texts, QWidget *parent)
    : QWidget(parent),
      m_texts(texts),
      m_variant(new QComboBox(this)),
      m_table(new QTableView(this)),
      m_summary(new MutedLabel(this)),
      m_empty(makeEmptyState({}, this))
{
    m_variant->setObjectName(texts.name + u"Variant"_s);
    m_variant->setAccessibleName(texts.variant);
    m_variant->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // titles may be long
    m_variant->setMinimumContentsLength(30);
    m_summary->setWordWrap(true);
    m_summary->setObjectName(texts.name + u"Summary"_s);
    m_empty->setObjectName(texts.name + u"Empty"_s);
    m_empty->setTextFormat(Qt::PlainText);
    createTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(m_variant, 0, Qt::AlignLeft);
    column->addWidget(m_empty, 1);
    column->addWidget(m_table, 1);
    column->addWidget(m_summary);
    connect(m_variant, &QComboBox::activated, this, [this](int index) {
        m_model->setColumn(index);
        m_summary->setText(m_model->summary());
    });
}

void CountsPage::createTable()
{
    m_table->setObjectName(m_texts.name);
    m_table->setAccessibleName(m_texts.table);
    m_table->setItemDelegate(new CountsDelegate(m_table));
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->horizontalHeader()->setAccessibleName(m_texts.across);
    m_table->verticalHeader()->setAccessibleName(m_texts.down);
    enableTableCopy(m_table);
    connect(m_table, &QTableView::activated, this, &CountsPage::choose);
}

void CountsPage::setModel(CountsModel *model)
{
    m_model = model;
    m_table->setModel(model);
}

void CountsPage::showCounts(bool isWorking, const std::vector<ChartColumn> &columns, const QString &empty)
{
    if (isWorking) {
        m_summary->setText(m_texts.working);
        if (m_model->rowCount() == 0)
            m_empty->setText(m_texts.working);
    } else {
        const QModelIndex before = m_table->currentIndex();
        QStringList titles;
        for (const ChartColumn &column : columns)
            titles += column.sign.text + u" · "_s + column.title;
        m_model->refresh();
        m_variant->clear();
        m_variant->addItems(titles);
        m_variant->setCurrentIndex(m_model->column());
        m_summary->setText(m_model->summary());
        m_empty->setText(empty);
        m_table->resizeColumnsToContents();
        if (before.isValid())
            m_table->setCurrentIndex(m_model->index(before.row(), before.column()));
    }
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_variant->setVisible(m_variant->count() > 1);
}

void CountsPage::choose(const QModelIndex &index)
{
    const QString filter = index.data(CountsModel::FilterRole).toString();
    if (filter.isEmpty())
        m_summary->setText(m_texts.noFilter);
    else
        Q_EMIT filterRequested(filter);
}

void CountsPage::focusTable()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

} // namespace Tempera
