// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/parameters/fallbackeditor.h"

#include "models/text/displaytext.h"
#include "widgets/common/controls.h"

#include <QCheckBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QStringListModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What the file says of an item of the list.
constexpr int FileRole = Qt::UserRole;
constexpr int shownFallbacks = 3;

} // namespace

FallbackEditor::FallbackEditor(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    createList(*column);
    createRules(*column);
}

void FallbackEditor::createList(QBoxLayout &column)
{
    auto *about = new MutedLabel(
        tr("Asked in this order where the model is down, its key or quota is refused, or it does not exist."), this);
    about->setWordWrap(true);
    column.addWidget(about);
    m_list = new QListWidget(this);
    m_list->setObjectName(u"fallbacks"_s);
    m_list->setAccessibleName(tr("Models that are asked next"));
    m_list->setAccessibleDescription(tr("Alt+Up and Alt+Down move a model, Delete takes it from the list."));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setFixedHeight(fontMetrics().height() * (shownFallbacks + 1) + 2 * m_list->frameWidth());
    m_list->installEventFilter(this);
    column.addWidget(m_list);

    m_name = new QLineEdit(this);
    m_name->setObjectName(u"fallbackName"_s);
    m_name->setPlaceholderText(tr("Label or provider id"));
    m_name->setAccessibleName(tr("Add a model that is asked next"));
    m_offers = new QStringListModel(this);
    auto *completer = new QCompleter(m_offers, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_name->setCompleter(completer);
    connect(m_name, &QLineEdit::returnPressed, this, &FallbackEditor::addTyped);
    QToolButton *add = makeToolButton(u"list-add"_s, tr("Add to the models that are asked next"), this);
    QToolButton *up = makeToolButton(u"go-up"_s, tr("Ask it earlier (Alt+Up)"), this);
    QToolButton *down = makeToolButton(u"go-down"_s, tr("Ask it later (Alt+Down)"), this);
    QToolButton *remove = makeToolButton(u"list-remove"_s, tr("Do not ask it (Delete)"), this);
    connect(add, &QToolButton::clicked, this, &FallbackEditor::addTyped);
    connect(up, &QToolButton::clicked, this, [this] { moveCurrent(-1); });
    connect(down, &QToolButton::clicked, this, [this] { moveCurrent(1); });
    connect(remove, &QToolButton::clicked, this, &FallbackEditor::removeCurrent);
    auto *row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    for (QToolButton *each : {add, up, down, remove})
        row->addWidget(each);
    column.addLayout(row);
}

void FallbackEditor::createRules(QBoxLayout &column)
{
    m_onFailedChecks = new QCheckBox(tr("Also when a check fails"), this);
    m_onFailedChecks->setObjectName(u"fallbackOnFailedChecks"_s);
    m_onFailedChecks->setToolTip(tr("The next model is asked also where an answer fails its checks. Each attempt is paid for."));
    connect(m_onFailedChecks, &QCheckBox::clicked, this, &FallbackEditor::tell);
    column.addWidget(m_onFailedChecks);
    m_samples = new QSpinBox(this);
    m_samples->setObjectName(u"retryOnFailedChecks"_s);
    m_samples->setRange(0, mostSamplesAgain);
    m_samples->setToolTip(
        tr("How often the same model is asked for another answer where its answer fails its checks. Each is paid for."));
    ignoreWheelUnlessFocused(m_samples);
    connect(m_samples, &QSpinBox::valueChanged, this, &FallbackEditor::tell);
    auto *label = new QLabel(tr("Retries when a check fails:"), this);
    label->setWordWrap(true);
    label->setBuddy(m_samples);
    m_samples->setAccessibleName(tr("Retries when a check fails"));
    auto *row = new QHBoxLayout;
    row->addWidget(label, 1);
    row->addWidget(m_samples);
    column.addLayout(row);
}

void FallbackEditor::show(const FallbackRules &rules, const QStringList &offers)
{
    if (m_offers->stringList() != offers)
        m_offers->setStringList(offers);
    m_onFailedChecks->setEnabled(!rules.next.isEmpty() || rules.onFailedChecks);
    if (rules == this->rules())
        return;
    const QScopedValueRollback showing(m_showing, true);
    const int current = m_list->currentRow();
    m_list->clear();
    for (const QJsonValue &item : rules.next)
        addItem(item);
    m_list->setCurrentRow(std::min(std::max(current, 0), m_list->count() - 1));
    m_onFailedChecks->setChecked(rules.onFailedChecks);
    m_samples->setValue(rules.samplesAgain);
}

void FallbackEditor::forget()
{
    m_name->clear();
}

FallbackRules FallbackEditor::rules() const
{
    FallbackRules rules;
    for (int row = 0; row < m_list->count(); ++row)
        rules.next.append(QJsonValue::fromVariant(m_list->item(row)->data(FileRole)));
    rules.onFailedChecks = m_onFailedChecks->isChecked();
    rules.samplesAgain = m_samples->value();
    return rules;
}

void FallbackEditor::addItem(const QJsonValue &item)
{
    const QString name = DisplayText::of(fallbackName(item));
    auto *row = new QListWidgetItem(name, m_list);
    row->setData(FileRole, item.toVariant());
    row->setToolTip(name);
}

void FallbackEditor::addTyped()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return;
    addItem(name);
    m_list->setCurrentRow(m_list->count() - 1);
    m_name->clear();
    tell();
}

void FallbackEditor::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    delete m_list->takeItem(row);
    if (m_list->count() == 0)
        m_onFailedChecks->setChecked(false); // it says nothing any more
    tell();
}

void FallbackEditor::moveCurrent(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
    tell();
}

void FallbackEditor::tell()
{
    if (!m_showing)
        Q_EMIT edited();
}

bool FallbackEditor::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
    const bool moves = modifiers == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
    const bool removes = modifiers == Qt::NoModifier && key->key() == Qt::Key_Delete;
    if (!moves && !removes)
        return QWidget::eventFilter(object, event);
    if (event->type() == QEvent::KeyPress) {
        if (removes)
            removeCurrent();
        else
            moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
    }
    event->accept();
    return true;
}

} // namespace Tempera
