// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/effecttablemodel.h"

#include "models/items/sharetext.h"
#include "models/text/displaytext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringDecoder>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {

QString pieceText(const QByteArray &piece)
{
    if (piece.isEmpty())
        return QCoreApplication::translate("EffectTableModel", "(end)");
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(piece);
    if (!decoder.hasError() && !text.contains(QChar::ReplacementCharacter))
        return DisplayText::of(text).replace(u'\n', u'↵');
    QString bytes;
    for (const char byte : piece)
        bytes += u"\\x"_s + QString::fromLatin1(QByteArray(1, byte).toHex().toUpper());
    return bytes;
}

int EffectTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_effect.tokens.size());
}

int EffectTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant EffectTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TokenEffect &token = m_effect.tokens.at(static_cast<std::size_t>(index.row()));
    if (role == Qt::ToolTipRole)
        return tokenSentence(index.row());
    if (role == Qt::TextAlignmentRole && index.column() != TokenColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TokenColumn: return QString(u'«' + pieceText(token.piece) + u'»');
    case BeforeColumn: return ShareText::percent(std::exp(token.before));
    case AfterColumn: return ShareText::percent(std::exp(token.after));
    case FactorColumn: return ShareText::factor(token.change());
    case ChangeColumn: return QString((token.change() > 0 ? u"+"_s : QString()) + QLocale().toString(token.change(), 'f', 3));
    default: return {};
    }
}

QVariant EffectTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case TokenColumn: return tr("Token");
    case BeforeColumn: return tr("Before");
    case AfterColumn: return tr("After the edit");
    case FactorColumn: return tr("Factor");
    case ChangeColumn: return tr("Log-ratio");
    default: return {};
    }
}

void EffectTableModel::setEffect(const std::optional<AnswerEffect> &effect)
{
    beginResetModel();
    m_effect = effect.value_or(AnswerEffect());
    endResetModel();
}

QString EffectTableModel::tokenSentence(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const TokenEffect &token = m_effect.tokens.at(static_cast<std::size_t>(row));
    return tr("«%1»: %2 → %3 (%4)")
        .arg(pieceText(token.piece), ShareText::percent(std::exp(token.before)), ShareText::percent(std::exp(token.after)),
             ShareText::factor(token.change()));
}

QString EffectTableModel::summary() const
{
    if (m_effect.tokens.empty())
        return {};
    const QLocale locale;
    const auto number = [&locale](double value) { return locale.toString(value, 'f', 2); };
    return tr("Probability of the whole answer: %1 (log-probability %2 → %3) · perplexity %4 → %5 · tokens: %6")
        .arg(ShareText::factor(m_effect.after - m_effect.before), number(m_effect.before), number(m_effect.after),
             number(m_effect.perplexityBefore()), number(m_effect.perplexityAfter()), locale.toString(rowCount()));
}

} // namespace Tempera
