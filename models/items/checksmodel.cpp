// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/checksmodel.h"

#include "models/checks/checksuite.h"
#include "models/core/valuetext.h"
#include "models/items/experimentedits.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// What a person typed, as JSON where it is a list, an object or a number, else as text.
QJsonValue typedValue(const QString &text, const QJsonValue &before)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() && !before.isString())
        return QJsonValue(QJsonValue::Undefined);
    const bool looksLikeJson = trimmed.startsWith(u'[') || trimmed.startsWith(u'{');
    if (looksLikeJson || before.isDouble()) {
        const QJsonDocument parsed = QJsonDocument::fromJson('[' + trimmed.toUtf8() + ']');
        if (parsed.isArray() && parsed.array().size() == 1)
            return parsed.array().first();
    }
    return QJsonValue(text);
}

bool isKnown(const QString &type)
{
    const QString plain = type.startsWith("not-"_L1) ? type.sliced(4) : type;
    return knownCheckTypes().contains(plain) || knownCheckTypes().contains(type);
}

} // namespace

ChecksModel::ChecksModel(ExperimentDocument &document, QObject *parent) : QAbstractTableModel(parent), m_document(document)
{
    sync();
    connect(&m_document, &ExperimentDocument::experimentChanged, this, &ChecksModel::sync);
}

QStringList ChecksModel::choosableTypes()
{
    QStringList types = knownCheckTypes();
    const QStringList plain = types;
    for (const QString &type : plain)
        types += "not-"_L1 + type;
    return types;
}

int ChecksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_defaults.size() + m_own.size());
}

int ChecksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ChecksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isDefault = index.row() < m_defaults.size();
    const CheckSpec &check = isDefault ? m_defaults.at(index.row()) : m_own.at(index.row() - m_defaults.size());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return cellText(check, index.column());
    case Qt::ToolTipRole:
        if (!isKnown(check.type))
            return tr("This version does not know “%1”: it is kept in the file and shown as not evaluated.").arg(check.type);
        return isDefault ? tr("From the default case: every case has this check.") : QVariant();
    case IsDefaultRole: return isDefault;
    case IsKnownRole: return isKnown(check.type);
    default: return {};
    }
}

QVariant ChecksModel::cellText(const CheckSpec &check, int column) const
{
    switch (column) {
    case TypeColumn: return check.type;
    case ValueColumn: return valueText(check.value);
    case ThresholdColumn: return check.threshold ? QVariant(*check.threshold) : QVariant();
    case WeightColumn: return check.weight;
    case MetricColumn: return check.metric;
    default: return {};
    }
}

QVariant ChecksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case TypeColumn: return tr("Check");
    case ValueColumn: return tr("Value");
    case ThresholdColumn: return tr("Threshold");
    case WeightColumn: return tr("Weight");
    case MetricColumn: return tr("Metric");
    default: return {};
    }
}

Qt::ItemFlags ChecksModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.row() >= m_defaults.size() ? flags | Qt::ItemIsEditable : flags;
}

bool ChecksModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    if (data(index, Qt::EditRole).toString() == value.toString())
        return true;
    Experiment next = m_document.experiment();
    CheckSpec &check = next.cases[m_case].checks[index.row() - m_defaults.size()];
    bool isNumber = false;
    const double number = value.toString().trimmed().toDouble(&isNumber);
    switch (index.column()) {
    case TypeColumn: check.type = value.toString().trimmed(); break;
    case ValueColumn: check.value = typedValue(value.toString(), check.value); break;
    case ThresholdColumn:
        if (!isNumber && !value.toString().trimmed().isEmpty())
            return false;
        check.threshold = isNumber ? std::optional(number) : std::nullopt;
        break;
    case WeightColumn:
        if (!isNumber || number < 0)
            return false;
        check.weight = number;
        break;
    case MetricColumn: check.metric = value.toString().trimmed(); break;
    default: return false;
    }
    m_document.edit(std::move(next), tr("Change a check"));
    return true;
}

void ChecksModel::setCaseIndex(int index)
{
    m_case = index;
    sync();
}

void ChecksModel::addCheck(const QString &type)
{
    Experiment next = m_document.experiment();
    if (m_case < 0 || m_case >= next.cases.size())
        return;
    CheckSpec check;
    check.type = type;
    next.cases[m_case].checks += check;
    m_document.edit(std::move(next), tr("Add a check"));
}

void ChecksModel::removeChecks(QList<int> rows)
{
    Experiment next = m_document.experiment();
    std::ranges::sort(rows, std::greater<>());
    bool removed = false;
    for (const int row : std::as_const(rows)) {
        const qsizetype own = row - m_defaults.size();
        if (own >= 0 && own < m_own.size()) {
            next.cases[m_case].checks.removeAt(own);
            removed = true;
        }
    }
    if (removed)
        m_document.edit(std::move(next), tr("Remove checks"));
}

void ChecksModel::sync()
{
    const Experiment &experiment = m_document.experiment();
    QList<CheckSpec> own;
    if (m_case >= 0 && m_case < experiment.cases.size())
        own = experiment.cases.at(m_case).checks;
    if (own == m_own && experiment.defaultCase.checks == m_defaults)
        return;
    if (own.size() == m_own.size() && experiment.defaultCase.checks == m_defaults) {
        m_own = own;
        Q_EMIT dataChanged(index(static_cast<int>(m_defaults.size()), 0), index(rowCount() - 1, ColumnCount - 1),
                           {Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole, IsKnownRole});
        return;
    }
    beginResetModel();
    m_defaults = experiment.defaultCase.checks;
    m_own = own;
    endResetModel();
}

} // namespace Tempera
