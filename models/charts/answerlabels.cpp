// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/charts/answerlabels.h"

#include "models/compare/filterexpression.h"
#include "models/compare/filterlexer.h"
#include "models/text/evidence.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QString labelSource(const QString &label, const QStringList &all)
{
    QString source;
    if (isWordLetter(label.front()))
        source += uR"((?<!\w))"_s;
    for (const QString &longer : all) {
        if (longer.size() <= label.size())
            continue;
        for (qsizetype at = longer.indexOf(label, 0, Qt::CaseInsensitive); at >= 0;
             at = longer.indexOf(label, at + 1, Qt::CaseInsensitive)) {
            const QString before = QRegularExpression::escape(longer.first(at));
            const QString rest = QRegularExpression::escape(longer.sliced(at));
            source += before.isEmpty() ? u"(?!%1)"_s.arg(rest) : u"(?!(?<=%1)%2)"_s.arg(before, rest);
        }
    }
    source += QRegularExpression::escape(label);
    if (isWordLetter(label.back()))
        source += uR"((?!\w))"_s;
    return source;
}

} // namespace

AnswerLabels::AnswerLabels(const QStringList &labels)
{
    for (const QString &label : labels) {
        if (!label.isEmpty() && !m_labels.contains(label, Qt::CaseInsensitive))
            m_labels += label;
    }
    for (const QString &label : std::as_const(m_labels)) {
        FilterToken token;
        token.kind = FilterToken::Kind::Pattern;
        token.text = labelSource(label, m_labels);
        token.flags = u"i"_s;
        m_sources += token.text;
        m_patterns += filterPattern(token).value_or(QRegularExpression(u"(?!)"_s)); // finds nothing
    }
}

int AnswerLabels::labelOf(const QString &answer) const
{
    int found = Unclear;
    for (int label = 0; label < m_patterns.size(); ++label) {
        if (!m_patterns.at(label).match(answer).hasMatch())
            continue;
        if (found != Unclear)
            return Unclear;
        found = label;
    }
    return found;
}

QString AnswerLabels::onlyFilter(int label) const
{
    QStringList others = m_sources;
    others.removeAt(label);
    const QString own = u"answer ~ %1i"_s.arg(filterPatternText(m_sources.at(label)));
    return others.isEmpty() ? own : own + u" answer !~ %1i"_s.arg(filterPatternText(others.join(u'|')));
}

QString AnswerLabels::filter(int label) const
{
    QString text;
    if (label != Unclear) {
        text = onlyFilter(label);
    } else {
        QStringList clear;
        for (int each = 0; each < m_labels.size(); ++each)
            clear += u'(' + onlyFilter(each) + u')';
        text = u"not (%1)"_s.arg(clear.join(u" or "_s));
    }
    constexpr qsizetype roomForMore = 1500; // what else the filter asks
    return text.size() > longestFilter - roomForMore ? QString() : text;
}

} // namespace Tempera
