// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/fieldspage.h"

#include "models/items/fieldsmodel.h"

using namespace Qt::StringLiterals;

namespace Tempera {

FieldsPage::FieldsPage(const Session &session, Background *background, QWidget *parent)
    : CountsPage({.name = u"fields"_s,
                  .variant = tr("Variant whose answers are compared field by field"),
                  .table = tr("Fields of the answers: how many are right, wrong, missing and invented"),
                  .across = tr("What is counted"),
                  .down = tr("Fields"),
                  .working = tr("Answers are being compared…"),
                  .noFilter = tr("No filter can name this field.")},
                 parent),
      m_source(session, background)
{
    setModel(new FieldsModel(m_source, this));
    connect(&m_source, &FieldsSource::changed, this, &FieldsPage::refresh);
    refresh();
}

void FieldsPage::refresh()
{
    showCounts(m_source.isWorking(), m_source.columns(),
               m_source.hasExpected()
                   ? tr("No answer is there yet.")
                   : tr("No case expects a JSON object. Fields need cases with an equals check whose value is one, or a "
                        "variable called “expected” that is."));
}

} // namespace Tempera
