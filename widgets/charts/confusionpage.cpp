// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/confusionpage.h"

#include "models/items/confusionmodel.h"

using namespace Qt::StringLiterals;

namespace Tempera {

ConfusionPage::ConfusionPage(const Session &session, Background *background, QWidget *parent)
    : CountsPage({.name = u"confusion"_s,
                  .variant = tr("Variant whose answers are compared with what is expected"),
                  .table = tr("Confusion matrix: expected labels down, answered labels across"),
                  .across = tr("Answered labels"),
                  .down = tr("Expected labels"),
                  .working = tr("Answers are being compared…"),
                  .noFilter = tr("There are too many labels for a filter that would leave these cells.")},
                 parent),
      m_source(session, background)
{
    setModel(new ConfusionModel(m_source, this));
    connect(&m_source, &ConfusionSource::changed, this, &ConfusionPage::refresh);
    refresh();
}

void ConfusionPage::refresh()
{
    showCounts(m_source.isWorking(), m_source.columns(),
               m_source.labels().isEmpty()
                   ? tr("Nothing looks like labels. A confusion matrix needs cases whose checks (equals, contains …) "
                        "expect one of a few short words.")
                   : tr("No answer is there yet."));
}

} // namespace Tempera
