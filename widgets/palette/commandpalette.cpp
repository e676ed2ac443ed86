// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/palette/commandpalette.h"

#include "widgets/common/controls.h"
#include "widgets/palette/palettedelegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {

CommandPalette::CommandPalette(QList<PaletteEntry> entries, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      m_model(new PaletteModel(this)),
      m_line(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_nothing(makeEmptyState(tr("No match. Actions, cases, variants, models, samples and settings are found here."), this))
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Find"));
    m_model->setEntries(std::move(entries));
    m_line->setObjectName(u"paletteLine"_s);
    m_line->setPlaceholderText(tr("Find an action, a case, a variant, a model, a sample or a setting"));
    m_line->setAccessibleName(m_line->placeholderText());
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Matches, the best first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys of the list are taken in the line
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(m_line);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    search({});
    placeOver(*parent->window());
    m_line->setFocus();
}

void CommandPalette::placeOver(const QWidget &window)
{
    const int line = fontMetrics().lineSpacing();
    const QSize wanted(qMin(line * 40, window.width() - 2 * line), qMin(line * 28, window.height() - 4 * line));
    resize(wanted);
    move(window.mapToGlobal(QPoint((window.width() - wanted.width()) / 2, 2 * line)));
}

void CommandPalette::search(const QString &typed)
{
    m_model->setTyped(typed);
    const bool found = m_model->rowCount() > 0;
    m_list->setVisible(found);
    m_nothing->setVisible(!found);
    m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const PaletteEntry entry = m_model->entry(index.row());
    accept();
    Q_EMIT chosen(entry);
}

bool CommandPalette::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_line || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(object, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: QApplication::sendEvent(m_list, key); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(m_list->currentIndex()); return true;
    default: return false;
    }
}

void CommandPalette::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    // Focus elsewhere ends the search.
    if (event->type() == QEvent::ActivationChange && isVisible() && !isActiveWindow())
        reject();
}

} // namespace Tempera
