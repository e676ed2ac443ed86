// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/valueeditor.h"

#include "models/items/variablestablemodel.h"
#include "widgets/common/controls.h"
#include "widgets/common/growingedit.h"

#include <QItemSelectionModel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QTextDocument>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Beyond it a text is shown in part and not edited here: laying it out would hold the window up.
constexpr qsizetype longestEdited = 100'000;
constexpr qsizetype shownPart = 10'000;

QString withPlainLineEnds(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

/// The text of an editor, no-break spaces included, which toPlainText() would turn into others.
QString exactEditorText(const GrowingEdit &edit)
{
    return withPlainLineEnds(edit.document()->toRawText());
}

} // namespace

ValueEditor::ValueEditor(VariablesTableModel *model, QItemSelectionModel *selection, QWidget *parent)
    : QWidget(parent), m_model(model), m_edit(new GrowingEdit(this)), m_title(new MutedLabel(this))
{
    m_edit->setObjectName(u"valueText"_s);
    m_edit->setLineLimits(2, 5);
    m_title->setObjectName(u"valueTitle"_s);
    m_title->setBuddy(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &ValueEditor::write);
    connect(selection, &QItemSelectionModel::currentChanged, this, &ValueEditor::show);
    connect(model, &QAbstractItemModel::dataChanged, this, [this] { show(m_index); });
    connect(model, &QAbstractItemModel::headerDataChanged, this, [this] { show(m_index); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { show({}); });
    show(selection->currentIndex());
}

void ValueEditor::show(const QModelIndex &index)
{
    const QScopedValueRollback showing(m_showing, true);
    m_index = index;
    const QString text = index.data(Qt::EditRole).toString();
    const bool isLong = text.size() > longestEdited;
    const QString shown = isLong ? text.first(shownPart) : withPlainLineEnds(text);
    m_edit->setReadOnly(!index.isValid() || isLong || !(index.flags() & Qt::ItemIsEditable));
    if (exactEditorText(*m_edit) != shown)
        m_edit->replaceText(shown);
    if (!index.isValid()) {
        m_title->setText(tr("The value of the current cell"));
        m_edit->setAccessibleName(m_title->text());
        return;
    }
    const QString column = m_model->headerData(index.column(), Qt::Horizontal, Qt::EditRole).toString();
    const QString name = index.data(VariablesTableModel::IsNewRowRole).toBool()
                             ? tr("%1 of a new case").arg(column)
                             : tr("%1 of case %2").arg(column).arg(index.row() + 1);
    m_edit->setAccessibleName(name);
    m_title->setText(isLong ? tr("%1: the first %L2 of %L3 characters; a value this long cannot be edited here")
                                  .arg(name)
                                  .arg(shownPart)
                                  .arg(text.size())
                            : name);
}

void ValueEditor::write()
{
    if (m_showing || !m_index.isValid() || m_edit->isReadOnly())
        return;
    QString text = exactEditorText(*m_edit);
    const QString before = m_index.data(Qt::EditRole).toString();
    if (before.contains("\r\n"_L1) && before.count(u'\n') == before.count("\r\n"_L1))
        text.replace(u'\n', "\r\n"_L1);
    (void)m_model->setText(m_index, text, u"value:%1:%2"_s.arg(m_index.row()).arg(m_index.column()));
}

} // namespace Tempera
