// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/confusionpage.h"

#include "models/items/confusionmodel.h"
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

/// The fuller a field, the stronger its colour; what is right is bold as well.
class ConfusionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QVariant share = index.data(ConfusionModel::ShareRole);
        if (share.isValid() && !option.state.testFlag(QStyle::State_Selected)) {
            QColor colour =
                outcomeColour(index.data(ConfusionModel::RightRole).toBool() ? Outcome::Pass : Outcome::Fail, option.palette);
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
        option->font.setBold(index.data(ConfusionModel::RightRole).toBool());
    }
};

} // namespace

ConfusionPage::ConfusionPage(const Session &session, Background *background, QWidget *parent)
    : QWidget(parent),
      m_source(session, background),
      m_model(new ConfusionModel(m_source, this)),
      m_variant(new QComboBox(this)),
      m_table(new QTableView(this)),
      m_summary(new MutedLabel(this)),
      m_empty(makeEmptyState({}, this))
{
    m_variant->setObjectName(u"confusionVariant"_s);
    m_variant->setAccessibleName(tr("Variant whose answers are compared with what is expected"));
    m_variant->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // titles may be long
    m_variant->setMinimumContentsLength(30);
    m_summary->setWordWrap(true);
    m_summary->setObjectName(u"confusionSummary"_s);
    m_empty->setObjectName(u"confusionEmpty"_s);
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
    connect(&m_source, &ConfusionSource::changed, this, &ConfusionPage::refresh);
    refresh();
}

void ConfusionPage::createTable()
{
    m_table->setObjectName(u"confusion"_s);
    m_table->setAccessibleName(tr("Confusion matrix: expected labels down, answered labels across"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ConfusionDelegate(m_table));
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->horizontalHeader()->setAccessibleName(tr("Answered labels"));
    m_table->verticalHeader()->setAccessibleName(tr("Expected labels"));
    enableTableCopy(m_table);
    connect(m_table, &QTableView::activated, this, &ConfusionPage::choose);
}

/// While it is counted anew the last matrix stays.
void ConfusionPage::refresh()
{
    if (m_source.isWorking()) {
        m_summary->setText(tr("Answers are being compared…"));
        if (m_model->rowCount() == 0)
            m_empty->setText(m_summary->text());
    } else {
        const QModelIndex before = m_table->currentIndex();
        QStringList titles;
        for (const ChartColumn &column : m_source.columns())
            titles += column.sign.text + u" · "_s + column.title;
        m_model->refresh();
        m_variant->clear();
        m_variant->addItems(titles);
        m_variant->setCurrentIndex(m_model->column());
        m_summary->setText(m_model->summary());
        m_empty->setText(m_source.labels().isEmpty()
                             ? tr("Nothing looks like labels. A confusion matrix needs cases whose checks (equals, contains …) "
                                  "expect one of a few short words.")
                             : tr("No answer is there yet."));
        m_table->resizeColumnsToContents();
        if (before.isValid())
            m_table->setCurrentIndex(m_model->index(before.row(), before.column()));
    }
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_variant->setVisible(m_variant->count() > 1);
}

void ConfusionPage::choose(const QModelIndex &index)
{
    const QString filter = index.data(ConfusionModel::FilterRole).toString();
    if (filter.isEmpty())
        m_summary->setText(tr("There are too many labels for a filter that would leave these cells."));
    else
        Q_EMIT filterRequested(filter);
}

void ConfusionPage::focusMatrix()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

} // namespace Tempera
