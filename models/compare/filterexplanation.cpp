// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/filterexplanation.h"

#include "models/core/counted.h"
#include "models/text/likelyword.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

class FilterExplanation
{
    Q_DECLARE_TR_FUNCTIONS(Filter)
public:
    FilterExplanation(const FilterExpression &filter, const FilterNames &names) : m_filter(filter), m_names(names) { }

    QStringList read(const QList<std::optional<int>> &alone)
    {
        const QList<FilterNode> parts = m_filter.parts();
        if (parts.size() == 1)
            m_lines += tr("Nothing matches %1.").arg(quotedPart(parts.first()));
        else
            addParts(parts, alone);
        for (const FilterNode &part : parts)
            addHints(part);
        return m_lines;
    }

private:
    [[nodiscard]] QString quotedPart(const FilterNode &node) const { return tr("“%1”").arg(m_filter.textOf(node)); }

    void addParts(const QList<FilterNode> &parts, const QList<std::optional<int>> &alone)
    {
        m_lines += tr("No case has a cell that meets all of these conditions:");
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const std::optional<int> rows = alone.value(i);
            if (!rows)
                m_lines += quotedPart(parts.at(i));
            else if (*rows == 0)
                m_lines += tr("%1 alone matches nothing").arg(quotedPart(parts.at(i)));
            else
                m_lines += counted(tr("%1 alone matches %2 case(s)", nullptr, countForm(*rows)), *rows)
                               .arg(quotedPart(parts.at(i)), QLocale().toString(*rows));
        }
    }

    void addHints(const FilterNode &node)
    {
        if (node.kind != FilterNode::Kind::Term) {
            for (const FilterNode &child : node.children)
                addHints(child);
            return;
        }
        const FilterTerm &term = node.term;
        switch (term.field) {
        case FilterField::Model: addName(term, m_names.models, tr("No model is called “%1”")); break;
        case FilterField::Prompt: addName(term, m_names.prompts, tr("No prompt is called “%1”")); break;
        case FilterField::Variant: addName(term, m_names.variants, tr("No variant is called “%1”")); break;
        case FilterField::Check: addName(term, m_names.checks, tr("No case has a check “%1”")); break;
        case FilterField::Variable:
            if (!m_names.variables.contains(term.variable))
                addUnknown(term.variable, m_names.variables, tr("No case has a variable “%1”"));
            break;
        case FilterField::Metadata:
            if (!m_names.metadata.contains(term.variable))
                addUnknown(term.variable, m_names.metadata, tr("No case has metadata “%1”"));
            break;
        case FilterField::Field:
            if (term.variable != "*"_L1 && !m_names.fields.contains(term.variable))
                addUnknown(term.variable, m_names.fields, tr("No case expects a field “%1”"));
            break;
        case FilterField::Tag: addName(term, m_names.tags, tr("No answer has the tag “%1”")); break;
        case FilterField::Answer: addBareWord(term); break;
        default: break;
        }
    }

    void addName(const FilterTerm &term, const QStringList &known, const QString &sentence)
    {
        const bool isExact = term.comparison == FilterComparison::Is || term.comparison == FilterComparison::IsNot;
        if (isExact && !known.contains(term.text, Qt::CaseInsensitive))
            addUnknown(term.text, known, sentence);
    }

    void addUnknown(const QString &name, const QStringList &known, const QString &sentence)
    {
        if (known.isEmpty())
            return;
        const QString likely = likelyWord(name, known);
        QString hint = sentence.arg(name);
        if (!likely.isEmpty())
            hint += tr("; did you mean “%1”?").arg(likely);
        else
            hint += tr("; there are: %1").arg(known.first(std::min<qsizetype>(known.size(), 6)).join(u", "_s));
        m_lines += hint;
    }

    /// A field that was misspelt is a word that the answers lack.
    void addBareWord(const FilterTerm &term)
    {
        if (!term.isBare || term.isPattern)
            return;
        const QString likely = likelyWord(term.text, filterFieldNames());
        if (!likely.isEmpty() && likely.compare(term.text, Qt::CaseInsensitive) != 0)
            m_lines += tr("“%1” is looked for in the answers; did you mean “%2”?").arg(term.text, likely);
    }

    const FilterExpression &m_filter;
    const FilterNames &m_names;
    QStringList m_lines;
};

} // namespace

QString whyNothingMatches(const FilterExpression &filter, const QList<std::optional<int>> &alone, const FilterNames &names)
{
    return FilterExplanation(filter, names).read(alone).join(u'\n');
}

} // namespace Tempera
