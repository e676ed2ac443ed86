// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/verdictchips.h"

#include "models/items/celltext.h"
#include "models/text/displaytext.h"
#include "widgets/common/appearance.h"

#include <QApplication>
#include <QEvent>
#include <QMap>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {

VerdictChips::VerdictChips(QWidget *parent) : QLabel(parent)
{
    setObjectName(u"columnVerdicts"_s);
    setTextFormat(Qt::RichText);                                 // our own markup; every word of the file is escaped
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // a sign of another font must not make the foot higher
    hide();
}

void VerdictChips::setVerdicts(const Verdicts &verdicts)
{
    if (verdicts == m_verdicts)
        return;
    m_verdicts = verdicts;
    render();
}

void VerdictChips::render()
{
    QMap<QString, std::pair<QColor, int>> counts; // by sign
    QStringList words;
    QStringList reasons;
    for (const Verdict &verdict : std::as_const(m_verdicts)) {
        const QString sign = CellText::outcomeSign(verdict.outcome);
        auto &[colour, count] = counts[sign];
        colour = outcomeColour(verdict.outcome, QApplication::palette());
        ++count;
        words += verdict.type + u": "_s + CellText::outcome(verdict.outcome);
        reasons += u"%1 %2: %3"_s.arg(sign, verdict.type, firstLine(verdict.reason, 300));
    }
    QStringList marks;
    for (const auto &[sign, counted] : counts.asKeyValueRange())
        marks += u"<span style=\"color:%1\">%2&nbsp;%3</span>"_s.arg(counted.first.name(), sign).arg(counted.second);
    setText(marks.join(u"&nbsp; "_s));
    setAccessibleName(words.join(u", "_s));
    setToolTip(reasons.join(u'\n'));
    setVisible(!m_verdicts.isEmpty());
}

void VerdictChips::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_verdicts.isEmpty())
        render();
}

} // namespace Tempera
