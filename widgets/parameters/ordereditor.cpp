// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/parameters/ordereditor.h"

#include "widgets/common/controls.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int KindRole = Qt::UserRole;

} // namespace

OrderEditor::OrderEditor(QWidget *parent) : ParameterEditor(Parameter::Samplers, parent), m_list(new QListWidget(this))
{
    m_list->setObjectName(u"value"_s);
    m_list->setAccessibleName(title(Parameter::Samplers));
    m_list->setAccessibleDescription(tr("Alt+Up and Alt+Down move a sampler, the space bar switches it on and off."));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    fill(defaultSamplerOrder());
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * m_list->count() + 2 * m_list->frameWidth());
    m_list->setCurrentRow(0);
    addBelow(m_list);

    auto *buttons = new QHBoxLayout;
    QToolButton *up = makeToolButton(u"go-up"_s, tr("Earlier (Alt+Up)"), this);
    QToolButton *down = makeToolButton(u"go-down"_s, tr("Later (Alt+Down)"), this);
    QToolButton *reset = makeToolButton(u"edit-reset"_s, tr("Back to the default order"), this);
    buttons->addWidget(up);
    buttons->addWidget(down);
    buttons->addWidget(reset);
    buttons->addStretch(1);
    addBelow(buttons);
    connect(up, &QToolButton::clicked, this, [this] { moveCurrent(-1); });
    connect(down, &QToolButton::clicked, this, [this] { moveCurrent(1); });
    connect(reset, &QToolButton::clicked, this, [this] {
        fill(defaultSamplerOrder());
        notify();
    });
    connect(m_list, &QListWidget::itemChanged, this, [this] { notify(); });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, [this] { notify(); });
}

void OrderEditor::fill(const QList<SamplerKind> &order)
{
    const QSignalBlocker quiet(m_list);
    const int current = m_list->currentRow();
    m_list->clear();
    const auto add = [this](SamplerKind kind, Qt::CheckState state) {
        auto *item = new QListWidgetItem(samplerTitle(kind), m_list);
        item->setData(KindRole, static_cast<int>(kind));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
        item->setCheckState(state);
    };
    for (const SamplerKind kind : order)
        add(kind, Qt::Checked);
    for (const SamplerKind kind : defaultSamplerOrder()) {
        if (!order.contains(kind))
            add(kind, Qt::Unchecked);
    }
    m_list->setCurrentRow(current);
}

void OrderEditor::moveCurrent(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    {
        const QSignalBlocker quiet(m_list);
        m_list->insertItem(to, m_list->takeItem(from));
        m_list->setCurrentRow(to);
    }
    notify();
}

bool OrderEditor::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool moves = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (moves && (key->modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier) {
            if (event->type() == QEvent::KeyPress)
                moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
            event->accept();
            return true;
        }
    }
    return ParameterEditor::eventFilter(object, event);
}

void OrderEditor::showValue(const SamplingSettings &settings)
{
    setHint({});
    showOrder(settings.samplers);
}

void OrderEditor::showOrder(const QList<SamplerKind> &order)
{
    SamplingSettings shown;
    storeValue(shown);
    if (shown.samplers != order)
        fill(order);
}

/// The usual order is what holds.
void OrderEditor::showUnset(const QString &text)
{
    setHint(text);
    showOrder(defaultSamplerOrder());
}

void OrderEditor::begin(SamplingSettings &settings) const
{
    settings.samplers = defaultSamplerOrder();
}

void OrderEditor::storeValue(SamplingSettings &settings) const
{
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (item->checkState() == Qt::Checked)
            settings.samplers += static_cast<SamplerKind>(item->data(KindRole).toInt());
    }
}

QString OrderEditor::samplerTitle(SamplerKind kind)
{
    switch (kind) {
    case SamplerKind::Penalties: return tr("Penalties");
    case SamplerKind::Dry: return tr("DRY");
    case SamplerKind::TopNSigma: return title(Parameter::TopNSigma);
    case SamplerKind::TopK: return title(Parameter::TopK);
    case SamplerKind::TypicalP: return title(Parameter::TypicalP);
    case SamplerKind::TopP: return title(Parameter::TopP);
    case SamplerKind::MinP: return title(Parameter::MinP);
    case SamplerKind::Xtc: return tr("XTC");
    case SamplerKind::Temperature: return title(Parameter::Temperature);
    }
    return {};
}

} // namespace Tempera
