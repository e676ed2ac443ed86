// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/verdictchips.h"

#include "models/items/celltext.h"
#include "models/items/displaytext.h"
#include "widgets/common/appearance.h"

#include <QApplication>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace Tempera {

VerdictChips::VerdictChips(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::RichText); // our own markup; every word of the file is escaped
    setWordWrap(true);
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
    QStringList marks;
    QStringList words;
    QStringList reasons;
    for (const Verdict &verdict : std::as_const(m_verdicts)) {
        const QString sign = CellText::outcomeSign(verdict.outcome);
        const QString type = verdict.type.toHtmlEscaped().replace(u' ', u"&nbsp;"_s).replace(u'-', u"&#8209;"_s);
        marks += u"<span style=\"color:%1\">%2&nbsp;%3</span>"_s.arg(
            outcomeColour(verdict.outcome, QApplication::palette()).name(), sign, type);
        words += verdict.type + u": "_s + CellText::outcome(verdict.outcome);
        reasons += u"%1 %2: %3"_s.arg(sign, verdict.type, firstLine(verdict.reason, 300));
    }
    setText(marks.join(u"&ensp; "_s));
    setAccessibleName(words.join(u", "_s));
    setToolTip(u"<p style=\"white-space:pre-wrap\">%1</p>"_s.arg(reasons.join(u'\n').toHtmlEscaped()));
    setVisible(!m_verdicts.isEmpty());
}

void VerdictChips::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_verdicts.isEmpty())
        render();
}

} // namespace Tempera
