// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/prompt/importdialog.h"

#include "models/core/counted.h"
#include "models/items/importmodels.h"
#include "models/items/tableimport.h"
#include "widgets/common/controls.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStyledItemDelegate>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Chooses a target from the columns that are there, or takes the name of a new variable.
class ImportTargetDelegate final : public QStyledItemDelegate
{
public:
    ImportTargetDelegate(const QStringList &columns, QObject *parent) : QStyledItemDelegate(parent)
    {
        m_titles += importTargetTitle({});
        for (const QString &target : columns + QStringList{u"__threshold"_s, u"__metric"_s})
            m_titles += importTargetTitle(target);
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        auto *box = new QComboBox(parent);
        box->setEditable(true);
        box->addItems(m_titles);
        box->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *box = static_cast<QComboBox *>(editor);
        box->setCurrentText(index.data(Qt::EditRole).toString());
        box->lineEdit()->selectAll();
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        model->setData(index, static_cast<QComboBox *>(editor)->currentText());
    }

private:
    QStringList m_titles;
};

/// Checks may have several columns; a variable has one.
QString targetTakenTwice(const QStringList &targets)
{
    for (qsizetype i = 0; i < targets.size(); ++i) {
        const QString &target = targets.at(i);
        if (!target.isEmpty() && !target.startsWith("__"_L1) && targets.indexOf(target, i + 1) >= 0)
            return target;
    }
    return {};
}

QTableView *makeImportTable(const QString &name, const QString &title, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setTabKeyNavigation(false);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    return table;
}

} // namespace

ImportDialog::ImportDialog(const ImportPlace &place, QWidget *parent)
    : OrderedDialog(parent), m_place(place), m_columns(new ImportColumnsModel(this))
{
    setWindowTitle(tr("Import Cases"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *form = new QFormLayout;
    createPlacement(form);
    createReading(form);
    createTables();
    m_count = new QLabel(this);
    m_count->setTextFormat(Qt::PlainText);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"importProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("&Import"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *mappingTitle = new QLabel(tr("&Columns"), this);
    mappingTitle->setBuddy(m_mapping);
    auto *previewTitle = new QLabel(tr("&Preview"), this);
    previewTitle->setBuddy(m_preview);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(mappingTitle);
    column->addWidget(m_mapping, 2);
    column->addWidget(previewTitle);
    column->addWidget(m_preview, 3);
    column->addWidget(m_count);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    resize(720, 620);
}

void ImportDialog::createPlacement(QFormLayout *form)
{
    m_append = new QRadioButton(tr("&Append the rows as new cases"), this);
    m_overwrite = new QRadioButton(
        m_place.row < 0 ? tr("&Overwrite the cases") : tr("&Overwrite from case %1 on").arg(m_place.row + 1), this);
    m_replace = new QRadioButton(tr("&Replace all cases"), this);
    m_whole = new QRadioButton(tr("Insert the &whole text into the current cell"), this);
    m_append->setObjectName(u"importAppend"_s);
    m_overwrite->setObjectName(u"importOverwrite"_s);
    m_replace->setObjectName(u"importReplace"_s);
    m_whole->setObjectName(u"importWhole"_s);
    m_overwrite->setEnabled(m_place.row >= 0 && m_place.row < m_place.caseCount);
    m_append->setChecked(true);
    auto *group = new QButtonGroup(this);
    auto *column = new QVBoxLayout;
    for (QRadioButton *button : {m_append, m_overwrite, m_replace, m_whole}) {
        group->addButton(button);
        column->addWidget(button);
        connect(button, &QRadioButton::toggled, this, &ImportDialog::showCount);
    }
    form->addRow(tr("Rows:"), column);
}

void ImportDialog::createReading(QFormLayout *form)
{
    m_names = new QCheckBox(tr("&First row is a header"), this);
    m_names->setObjectName(u"importNames"_s);
    form->addRow(QString(), m_names);
    m_separator = new QComboBox(this);
    m_separator->setObjectName(u"importSeparator"_s);
    m_separator->addItem(tr("Automatic"), QChar());
    m_separator->addItem(tr("Comma"), QChar(u','));
    m_separator->addItem(tr("Semicolon"), QChar(u';'));
    m_separator->addItem(tr("Tab"), QChar(u'\t'));
    m_separator->addItem(tr("Vertical bar"), QChar(u'|'));
    m_encoding = new QComboBox(this);
    m_encoding->setObjectName(u"importEncoding"_s);
    m_encoding->addItem(tr("Automatic: UTF-8 or UTF-16"), QString());
    for (const QString &name : tableEncodings())
        m_encoding->addItem(name, name);
    form->addRow(tr("&Delimiter:"), m_separator);
    m_encodingLabel = new QLabel(tr("&Encoding:"), this);
    m_encodingLabel->setBuddy(m_encoding);
    form->addRow(m_encodingLabel, m_encoding);
    connect(m_names, &QCheckBox::toggled, this, &ImportDialog::read);
    connect(m_separator, &QComboBox::currentIndexChanged, this, &ImportDialog::read);
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &ImportDialog::read);
}

void ImportDialog::createTables()
{
    m_mapping = makeImportTable(u"importColumns"_s, tr("Column mapping"), this);
    m_mapping->setModel(m_columns);
    m_mapping->setItemDelegateForColumn(ImportColumnsModel::TargetColumn, new ImportTargetDelegate(m_place.columns, this));
    m_mapping->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_mapping->verticalHeader()->hide();
    m_mapping->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_preview = makeImportTable(u"importPreview"_s, tr("Preview of the cases"), this);
    m_preview->setModel(new ImportPreviewModel(*m_columns, this));
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_columns, &QAbstractItemModel::modelReset, this, &ImportDialog::showCount);
    connect(m_columns, &QAbstractItemModel::dataChanged, this, &ImportDialog::showCount);
}

void ImportDialog::setText(const QString &text)
{
    setWindowTitle(tr("Paste Cases"));
    m_ok->setText(tr("In&sert"));
    m_text = text;
    m_replace->hide();
    m_encoding->hide();
    m_encodingLabel->hide();
    m_whole->setEnabled(m_place.row >= 0);
    const QSignalBlocker quiet(m_names);
    m_names->setChecked(looksLikeNames(rowsFromText(text), m_place.columns));
    if (m_overwrite->isEnabled() && !m_names->isChecked())
        m_overwrite->setChecked(true);
    read();
}

void ImportDialog::setFile(const QString &path, const TableReader &reader)
{
    setWindowTitle(tr("Import Cases from %1").arg(QFileInfo(path).fileName()));
    m_path = path;
    m_reader = reader;
    m_whole->hide();
    const QSignalBlocker quiet(m_names);
    m_names->setChecked(true);
    read();
}

TableReading ImportDialog::reading() const
{
    return {m_encoding->currentData().toString(), m_separator->currentData().toChar(), m_names->isChecked()};
}

ImportPlacement ImportDialog::placement() const
{
    if (m_overwrite->isChecked())
        return ImportPlacement::Overwrite;
    return m_replace->isChecked() ? ImportPlacement::Replace : ImportPlacement::Append;
}

void ImportDialog::read()
{
    m_problem->clear();
    if (!m_reader) {
        const TableReading how = reading();
        show(tableFromRows(rowsFromText(m_text, how.separator), how.firstRowIsNames));
        return;
    }
    m_isRead = false;
    m_ok->setEnabled(false);
    m_count->setText(tr("Reading…"));
    m_reader(m_path, reading(), this, [this, round = ++m_round](const Result<DataTable> &table) {
        if (round != m_round)
            return;
        if (table)
            show(*table);
        else
            showProblem(table.error());
    });
}

void ImportDialog::show(const DataTable &table)
{
    m_isRead = true;
    QStringList sentences;
    for (const Error &warning : table.warnings.first(std::min<qsizetype>(3, table.warnings.size())))
        sentences += errorMessage(warning);
    m_warnings = sentences.join(u'\n');
    m_columns->setTable(table, suggestedTargets(table, m_place.columns, m_reader ? 1 : m_place.column));
}

void ImportDialog::showCount()
{
    const auto rows = static_cast<int>(m_columns->table().rows.size());
    const bool isWhole = m_whole->isChecked();
    const QString twice = targetTakenTwice(m_columns->targets());
    m_ok->setEnabled(isWhole || (m_isRead && rows > 0 && twice.isEmpty()));
    if (!twice.isEmpty())
        m_problem->setText(tr("Two columns are mapped to “%1”: give one of them another name.").arg(twice));
    else if (m_isRead)
        m_problem->setText(m_warnings);
    for (QWidget *part : std::initializer_list<QWidget *>{m_names, m_separator, m_mapping, m_preview})
        part->setEnabled(!isWhole);
    m_count->setText(isWhole ? counted(tr("%Ln character(s)", nullptr, countForm(m_text.size())), m_text.size())
                             : counted(tr("%Ln row(s)", nullptr, rows), rows));
}

void ImportDialog::showProblem(const Error &error)
{
    if (!m_isRead)
        m_columns->setTable({}, {});
    m_problem->setText(errorMessage(error));
}

void ImportDialog::accept()
{
    // What is being typed into the mapping counts.
    if (m_ok->isEnabled())
        m_ok->setFocus();
    if (m_whole->isChecked())
        Q_EMIT textRequested(m_text);
    else if (m_isRead && !m_columns->table().rows.isEmpty())
        Q_EMIT importRequested(m_columns->table(), {placement(), m_place.row, m_columns->targets()});
}

} // namespace Tempera
