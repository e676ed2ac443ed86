// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/cost/jobwishbar.h"

#include "models/items/celltext.h"
#include "widgets/common/controls.h"
#include "widgets/common/numberbox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr double mostWished = 1e9;
/// Boxes stand in so many pairs of columns: a title and the box.
constexpr int boxesOfLine = 3;

std::optional<std::int64_t> wholeIn(const NumberBox *box)
{
    const std::optional<double> value = box->value();
    return value ? std::optional(static_cast<std::int64_t>(*value)) : std::nullopt;
}

} // namespace

JobWishBar::JobWishBar(const Catalog *catalog, QWidget *parent) : QWidget(parent), m_catalog(catalog)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(4, 4, 4, 4);
    m_documents =
        addNumber(grid, 0, u"jobDocuments"_s, tr("&Documents"), tr("How many cases the job has. Empty: those of the experiment"));
    m_cap =
        addNumber(grid, 1, u"jobCap"_s, tr("&Output at most"), tr("The most tokens of an answer. Empty: as the variant has it"));
    m_requestRate = addNumber(grid, 3, u"jobRequestRate"_s, tr("Re&quests a minute"),
                              tr("What the endpoint lets through: the time is drawn from it. Empty: from earlier answers"));
    m_tokenRate = addNumber(grid, 4, u"jobTokenRate"_s, tr("To&kens a minute"),
                            tr("Input and output that the endpoint lets through. Empty: there is no such limit"));
    createModel();
    auto *modelTitle = new QLabel(tr("&Model"), this);
    modelTitle->setBuddy(m_model);
    grid->addWidget(modelTitle, 0, 4);
    grid->addWidget(m_model, 0, 5);
    m_output = new QComboBox(this);
    m_output->setObjectName(u"jobOutput"_s);
    m_output->addItems({tr("output as in known answers"), tr("output up to its limit")});
    m_output->setAccessibleName(tr("Of what the output is drawn"));
    m_output->setToolTip(m_output->accessibleName());
    m_batch = new QCheckBox(tr("as a &batch"), this);
    m_batch->setObjectName(u"jobBatch"_s);
    m_batch->setToolTip(tr("Through the provider's batch interface: cheaper, and answered within a day"));
    grid->addWidget(m_output, 1, 4);
    grid->addWidget(m_batch, 1, 5);
    grid->setColumnStretch(5, 1);
    for (QComboBox *box : {m_model, m_output}) {
        ignoreWheelUnlessFocused(box);
        connect(box, &QComboBox::currentIndexChanged, this, &JobWishBar::changed);
    }
    connect(m_batch, &QCheckBox::toggled, this, &JobWishBar::changed);
}

NumberBox *JobWishBar::addNumber(QGridLayout *grid, int place, const QString &name, const QString &title, const QString &help)
{
    auto *box = new NumberBox(this);
    NumberFacts range;
    range.least = 1;
    range.most = mostWished;
    range.step = 1;
    range.first = 1;
    box->setObjectName(name);
    box->setRange(range, NumberBox::Kind::Whole);
    box->setUnsetText(tr("as it is", "a number of a job that nobody changed"));
    box->setAccessibleName(QString(title).remove(u'&'));
    box->setAccessibleDescription(help);
    box->setToolTip(help);
    ignoreWheelUnlessFocused(box);
    auto *label = new QLabel(title, this);
    label->setBuddy(box);
    const int line = place / boxesOfLine;
    const int column = place % boxesOfLine * 2;
    grid->addWidget(label, line, column);
    grid->addWidget(box, line, column + 1);
    connect(box, &NumberBox::edited, this, &JobWishBar::changed);
    return box;
}

void JobWishBar::createModel()
{
    m_model = new QComboBox(this);
    m_model->setObjectName(u"jobModel"_s);
    m_model->setAccessibleName(tr("Model that is asked"));
    m_model->setToolTip(tr("What the same job costs with another model of the catalog"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // there are hundreds of them
    m_model->setMinimumContentsLength(18);
    m_model->addItem(tr("as the variants have it"));
    for (const Capabilities &each : m_catalog->all()) {
        if (!each.price.inputPerMillion || !each.price.outputPerMillion)
            continue;
        m_models += each;
        m_model->addItem(each.provider + u" · "_s + each.model);
    }
}

JobWish JobWishBar::wish() const
{
    JobWish wish;
    wish.documents = wholeIn(m_documents);
    wish.cap = wholeIn(m_cap);
    wish.requestsPerMinute = m_requestRate->value();
    wish.tokensPerMinute = m_tokenRate->value();
    if (const int model = m_model->currentIndex() - 1; model >= 0 && model < m_models.size())
        wish.model = m_models.at(model);
    wish.outputFrom = m_output->currentIndex() == 1 ? JobOutputFrom::Limit : JobOutputFrom::Answers;
    wish.asBatch = m_batch->isChecked();
    return wish;
}

void JobWishBar::focusFirst()
{
    m_documents->setFocus(Qt::ShortcutFocusReason);
}

void JobWishBar::setDocuments(std::int64_t documents)
{
    m_documents->setUnsetText(documents > 0 ? CellText::number(documents)
                                            : tr("as it is", "a number of a job that nobody changed"));
}

} // namespace Tempera
