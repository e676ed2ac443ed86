// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/answerviewmenu.h"

#include <QActionGroup>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace Tempera {

AnswerViewMenu::AnswerViewMenu(QWidget *parent) : QMenu(tr("Show Ans&wers"), parent), m_group(new QActionGroup(this))
{
    setIcon(QIcon::fromTheme(u"view-visible"_s));
    const QList<QPair<AnswerView, QString>> views{{AnswerView::Wrapped, tr("With Lines &Wrapped")},
                                                  {AnswerView::Markdown, tr("As Rendered &Markdown")},
                                                  {AnswerView::Raw, tr("As &Raw Text")}};
    for (const auto &[view, text] : views) {
        QAction *action = addAction(text);
        action->setObjectName(u"answers_"_s + answerViewName(view));
        action->setCheckable(true);
        m_group->addAction(action);
        m_views += action;
        connect(action, &QAction::toggled, this, [this, shown = view](bool on) {
            if (on)
                Q_EMIT changed(shown);
        });
    }
    m_views.constFirst()->setChecked(true);
}

AnswerView AnswerViewMenu::view() const
{
    return static_cast<AnswerView>(m_views.indexOf(m_group->checkedAction()));
}

void AnswerViewMenu::setView(AnswerView view)
{
    m_views.at(static_cast<qsizetype>(view))->setChecked(true);
}

} // namespace Tempera
