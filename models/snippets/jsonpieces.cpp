// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/snippets/jsonpieces.h"

#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

using PieceKind = JsonPiece::Kind;

/// Cuts a text that is known to be JSON.
class PieceCutter
{
public:
    explicit PieceCutter(QString text) : m_text(std::move(text)) { }

    QList<JsonPiece> pieces()
    {
        while (m_at < m_text.size())
            takeOne();
        return std::move(m_pieces);
    }

private:
    void takeOne()
    {
        const QChar c = m_text.at(m_at);
        if (c == u'{' || c == u'[') {
            add(PieceKind::Open, QString(c));
        } else if (c == u'}' || c == u']') {
            add(PieceKind::Close, QString(c));
        } else if (c == u',') {
            add(PieceKind::Comma, QString(c));
        } else if (c == u':') {
            m_pieces.last().kind = PieceKind::Name;
        } else if (c == u'"') {
            takeString();
            return;
        } else if (!c.isSpace()) {
            takeLiteral();
            return;
        }
        ++m_at;
    }

    void add(PieceKind kind, QString text) { m_pieces.append({kind, std::move(text)}); }

    void takeString()
    {
        QString said;
        for (++m_at; m_text.at(m_at) != u'"'; ++m_at)
            said += m_text.at(m_at) == u'\\' ? escaped() : m_text.at(m_at);
        ++m_at;
        add(PieceKind::Text, std::move(said));
    }

    /// At the backslash; afterwards at the last character of the escape.
    QChar escaped()
    {
        switch (m_text.at(++m_at).unicode()) {
        case 'b': return u'\b';
        case 'f': return u'\f';
        case 'n': return u'\n';
        case 'r': return u'\r';
        case 't': return u'\t';
        case 'u': {
            const QChar unit(QStringView(m_text).sliced(m_at + 1, 4).toUShort(nullptr, 16));
            m_at += 4;
            return unit;
        }
        default: return m_text.at(m_at);
        }
    }

    void takeLiteral()
    {
        const qsizetype from = m_at;
        static constexpr QStringView ends = u",]}: \t\r\n";
        while (m_at < m_text.size() && !ends.contains(m_text.at(m_at)))
            ++m_at;
        add(PieceKind::Literal, m_text.sliced(from, m_at - from));
    }

    QString m_text;
    qsizetype m_at = 0;
    QList<JsonPiece> m_pieces;
};

/// The digits of a number without zeros around them, and its power of ten: numbers are equal where both are.
std::pair<QString, int> comparableNumber(const QString &number)
{
    const qsizetype e = number.indexOf(u'e', 0, Qt::CaseInsensitive);
    int power = e < 0 ? 0 : number.sliced(e + 1).toInt();
    QString digits = number.first(e < 0 ? number.size() : e);
    const bool isNegative = digits.startsWith(u'-');
    digits.remove(u'-');
    if (const qsizetype dot = digits.indexOf(u'.'); dot >= 0) {
        power -= static_cast<int>(digits.size() - dot - 1);
        digits.remove(dot, 1);
    }
    while (digits.size() > 1 && digits.startsWith(u'0'))
        digits.removeFirst();
    while (digits.size() > 1 && digits.endsWith(u'0')) {
        digits.chop(1);
        ++power;
    }
    if (digits == "0"_L1)
        return {digits, 0};
    return {isNegative ? u'-' + digits : digits, power};
}

bool staysDouble(const QString &number)
{
    const double value = number.toDouble();
    return std::isfinite(value)
           && comparableNumber(QString::number(value, 'g', QLocale::FloatingPointShortest)) == comparableNumber(number);
}

QString literalWord(const JsonWords &words, const QString &literal)
{
    if (literal == "true"_L1)
        return words.yes;
    if (literal == "false"_L1)
        return words.no;
    return literal == "null"_L1 ? words.nothing : literal;
}

} // namespace

std::optional<QList<JsonPiece>> jsonPieces(const QByteArray &json)
{
    if (QJsonDocument::fromJson(json).isNull())
        return std::nullopt;
    return PieceCutter(QString::fromUtf8(json)).pieces();
}

QString writtenPieces(const QList<JsonPiece> &pieces, const JsonWords &words, int level)
{
    QString made;
    const auto newLine = [&made, &words](int depth) { made += u'\n' + QString(qsizetype(words.indent) * depth, u' '); };
    PieceKind before = PieceKind::Comma;
    int depth = level;
    for (const JsonPiece &piece : pieces) {
        if (piece.kind == PieceKind::Close) {
            --depth;
            if (before != PieceKind::Open) // else there is nothing in it
                newLine(depth);
        } else if (before == PieceKind::Open || (before == PieceKind::Comma && !made.isEmpty())) {
            newLine(depth);
        }
        switch (piece.kind) {
        case PieceKind::Open:
            ++depth;
            made += piece.text;
            break;
        case PieceKind::Close:
        case PieceKind::Comma: made += piece.text; break;
        case PieceKind::Name: made += words.name(piece.text) + u": "_s; break;
        case PieceKind::Text: made += words.text(piece.text); break;
        case PieceKind::Literal: made += literalWord(words, piece.text); break;
        }
        before = piece.kind;
    }
    return made;
}

bool areKeptAsDoubles(const QList<JsonPiece> &pieces, DoubleNumbers numbers)
{
    const auto isInQuestion = [numbers](const JsonPiece &piece) {
        const bool isNumber = piece.kind == PieceKind::Literal && !piece.text.isEmpty()
                              && (piece.text.front() == u'-' || piece.text.front().isDigit());
        const bool isWhole = !piece.text.contains(u'.') && !piece.text.contains(u'e', Qt::CaseInsensitive);
        return isNumber && (numbers == DoubleNumbers::All || !isWhole);
    };
    return std::ranges::all_of(pieces, [&](const JsonPiece &piece) { return !isInQuestion(piece) || staysDouble(piece.text); });
}

} // namespace Tempera
