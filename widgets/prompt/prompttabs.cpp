// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/prompttabs.h"

#include "models/experiment/titles.h"
#include "models/items/experimentedits.h"
#include "models/text/displaytext.h"
#include "widgets/common/controls.h"
#include "widgets/common/selection.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Characters of a title on its tab; the whole is in the tool tip.
constexpr int tabTitleLength = 14;

/// "2 · Say hello": titles that are made from the text are often the same.
QString tabTitle(const Experiment &experiment, int index)
{
    const QString title = firstLine(promptTitle(experiment, index), tabTitleLength).replace(u'&', u"&&"_s);
    return experiment.prompts.size() > 1 ? QString::number(index + 1) + u" · "_s + title : title;
}

/// Its name, where it has one, and what is asked.
QString tabTip(const Prompt &prompt)
{
    QStringList parts;
    if (!prompt.label.isEmpty())
        parts += prompt.label;
    if (!prompt.messages.isEmpty())
        parts += prompt.messages.last().text;
    return parts.join(u'\n');
}

} // namespace

PromptTabs::PromptTabs(ExperimentDocument &document, Selection &selection, QWidget *parent)
    : QWidget(parent), m_document(document), m_selection(selection), m_bar(new QTabBar(this))
{
    setObjectName(u"prompts"_s);
    m_bar->setObjectName(u"promptBar"_s);
    m_bar->setAccessibleName(tr("Prompts: which one is edited and compared"));
    m_bar->setDocumentMode(true);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideRight);
    m_bar->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    createActions();
    QToolButton *add = makeToolButton({}, m_add->text(), this);
    add->setObjectName(u"addPrompt"_s);
    add->setDefaultAction(m_add);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 4, 0);
    row->setSpacing(2);
    row->addWidget(m_bar);
    row->addWidget(add);
    row->addStretch(1);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
        if (!m_syncing && index >= 0)
            m_selection.setPromptIndex(index);
    });
    connect(m_bar, &QTabBar::tabBarDoubleClicked, this, [this](int index) {
        if (index >= 0)
            startRename();
    });
    connect(&document, &ExperimentDocument::experimentChanged, this, &PromptTabs::sync);
    connect(&selection, &Selection::changed, this, &PromptTabs::sync);
    sync();
}

QAction *PromptTabs::makeAction(const QString &name, const QString &icon, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(QIcon::fromTheme(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    return action;
}

void PromptTabs::createActions()
{
    m_next = makeAction(u"prompt_next"_s, u"go-next"_s, tr("Next Prompt"), Qt::ALT | Qt::Key_PageDown);
    m_previous = makeAction(u"prompt_previous"_s, u"go-previous"_s, tr("Previous Prompt"), Qt::ALT | Qt::Key_PageUp);
    m_add = makeAction(u"prompt_add"_s, u"list-add"_s, tr("Add Prompt"), Qt::CTRL | Qt::ALT | Qt::Key_N);
    m_duplicate = makeAction(u"prompt_duplicate"_s, u"edit-duplicate"_s, tr("Duplicate Prompt"), {});
    m_renaming = makeAction(u"prompt_rename"_s, u"edit-rename"_s, tr("Rename Prompt"), Qt::SHIFT | Qt::Key_F2);
    m_left = makeAction(u"prompt_left"_s, u"arrow-left"_s, tr("Move Prompt Left"), Qt::ALT | Qt::SHIFT | Qt::Key_PageUp);
    m_right = makeAction(u"prompt_right"_s, u"arrow-right"_s, tr("Move Prompt Right"), Qt::ALT | Qt::SHIFT | Qt::Key_PageDown);
    m_remove = makeAction(u"prompt_remove"_s, u"edit-delete"_s, tr("Remove Prompt"), {});
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    connect(m_add, &QAction::triggered, this, &PromptTabs::add);
    connect(m_duplicate, &QAction::triggered, this, &PromptTabs::duplicate);
    connect(m_renaming, &QAction::triggered, this, [this] {
        Q_EMIT seenWanted();
        startRename();
    });
    connect(m_left, &QAction::triggered, this, [this] { moveBy(-1); });
    connect(m_right, &QAction::triggered, this, [this] { moveBy(1); });
    connect(m_remove, &QAction::triggered, this, [this] {
        m_document.edit(Edits::removePrompt(m_document.experiment(), m_selection.promptIndex()), tr("Remove a prompt"));
    });
}

QList<QAction *> PromptTabs::commands() const
{
    return {m_next, m_previous, m_add, m_duplicate, m_renaming, m_left, m_right, m_remove};
}

void PromptTabs::sync()
{
    const QScopedValueRollback syncing(m_syncing, true);
    const Experiment &experiment = m_document.experiment();
    const int count = static_cast<int>(experiment.prompts.size());
    while (m_bar->count() < count)
        m_bar->addTab(QString());
    while (m_bar->count() > count)
        m_bar->removeTab(m_bar->count() - 1);
    for (int i = 0; i < count; ++i) {
        if (const QString title = tabTitle(experiment, i); m_bar->tabText(i) != title)
            m_bar->setTabText(i, title);
        m_bar->setTabToolTip(i, tabTip(experiment.prompts.at(i)));
    }
    const int current = m_selection.promptIndex();
    if (m_rename && !m_rename->isHidden() && m_bar->currentIndex() != current)
        m_rename->hide(); // it is another one's name
    m_bar->setCurrentIndex(current);
    for (QAction *action : {m_duplicate, m_renaming})
        action->setEnabled(count > 0);
    m_remove->setEnabled(count > 1);
    m_previous->setEnabled(current > 0);
    m_left->setEnabled(current > 0);
    m_next->setEnabled(current + 1 < count);
    m_right->setEnabled(current + 1 < count);
}

void PromptTabs::step(int by)
{
    m_selection.setPromptIndex(m_selection.promptIndex() + by);
}

void PromptTabs::add()
{
    const int count = static_cast<int>(m_document.experiment().prompts.size());
    m_document.edit(Edits::addPrompt(m_document.experiment()), tr("Add a prompt"));
    m_selection.setPromptIndex(count);
    Q_EMIT seenWanted();
    Q_EMIT added();
}

void PromptTabs::duplicate()
{
    const int index = m_selection.promptIndex();
    m_document.edit(Edits::duplicatePrompt(m_document.experiment(), index), tr("Duplicate a prompt"));
    m_selection.setPromptIndex(index + 1);
}

void PromptTabs::moveBy(int by)
{
    const int from = m_selection.promptIndex();
    m_document.edit(Edits::movePrompt(m_document.experiment(), from, from + by), tr("Move a prompt"));
    m_selection.setPromptIndex(from + by);
}

void PromptTabs::startRename()
{
    const int index = m_selection.promptIndex();
    if (index >= m_document.experiment().prompts.size())
        return;
    if (!m_rename) {
        m_rename = new QLineEdit(this);
        m_rename->setObjectName(u"promptRename"_s);
        m_rename->setAccessibleName(tr("New name of the prompt"));
        m_rename->installEventFilter(this);
        connect(m_rename, &QLineEdit::editingFinished, this, &PromptTabs::finishRename);
    }
    const QRect tab = m_bar->tabRect(index).translated(m_bar->pos());
    const int wanted = std::max(tab.width(), fontMetrics().averageCharWidth() * 20);
    m_rename->setGeometry(std::max(0, std::min(tab.left(), width() - wanted)), 0, std::min(wanted, width()), height());
    const Prompt &prompt = m_document.experiment().prompts.at(index);
    m_rename->setText(prompt.label);
    m_rename->setPlaceholderText(promptTitle(m_document.experiment(), index));
    m_rename->show();
    m_rename->raise();
    m_rename->selectAll();
    m_rename->setFocus();
}

void PromptTabs::finishRename()
{
    if (m_rename->isHidden())
        return;
    const bool hadFocus = m_rename->hasFocus();
    m_rename->hide();
    m_document.edit(Edits::renamePrompt(m_document.experiment(), m_selection.promptIndex(), m_rename->text().trimmed()),
                    tr("Rename a prompt"));
    if (hadFocus)
        m_bar->setFocus();
}

bool PromptTabs::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_rename && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_rename->hide();
        m_bar->setFocus();
        event->accept();
        return true;
    }
    return QWidget::eventFilter(object, event);
}

/// Of the tab that was clicked, or of the current one.
void PromptTabs::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Mouse) {
        if (const int tab = m_bar->tabAt(m_bar->mapFromGlobal(at)); tab >= 0)
            m_selection.setPromptIndex(tab);
    } else {
        at = m_bar->mapToGlobal(m_bar->tabRect(m_bar->currentIndex()).bottomLeft());
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(u"promptMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_renaming, m_duplicate, m_left, m_right});
    menu->addSeparator();
    menu->addActions({m_add, m_remove});
    menu->popup(at);
}

} // namespace Tempera
