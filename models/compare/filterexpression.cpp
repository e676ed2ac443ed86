// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/filterexpression.h"

#include "models/compare/fieldoutcomes.h"
#include "models/compare/filternumber.h"
#include "models/text/likelyword.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

using FilterResult = std::expected<FilterNode, FilterError>;

constexpr int deepestFilter = 64;

FilterComparison comparisonOf(const QString &sign)
{
    static constexpr std::array all{
        std::pair{"="_L1, FilterComparison::Is},       std::pair{"!="_L1, FilterComparison::IsNot},
        std::pair{"<"_L1, FilterComparison::Less},     std::pair{"<="_L1, FilterComparison::AtMost},
        std::pair{">"_L1, FilterComparison::More},     std::pair{">="_L1, FilterComparison::AtLeast},
        std::pair{"~"_L1, FilterComparison::Contains}, std::pair{"!~"_L1, FilterComparison::ContainsNot},
    };
    const auto found = std::ranges::find_if(all, [&sign](const auto &each) { return each.first == sign; });
    return found == all.end() ? FilterComparison::Is : found->second;
}

class FilterParser
{
    Q_DECLARE_TR_FUNCTIONS(Filter)
public:
    FilterParser(const QString &source, QList<FilterToken> tokens) : m_source(source), m_tokens(std::move(tokens)) { }

    FilterResult read()
    {
        FilterResult whole = disjunction();
        if (whole && m_at < m_tokens.size())
            return refused(token(), tr("This parenthesis was never opened"));
        return whole;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_tokens.size(); }
    [[nodiscard]] const FilterToken &token() const { return m_tokens.at(m_at); }
    [[nodiscard]] bool isWord(QLatin1StringView word, QLatin1StringView sign) const
    {
        return !atEnd() && token().kind == FilterToken::Kind::Word
               && (token().text.compare(word, Qt::CaseInsensitive) == 0 || token().text == sign);
    }
    [[nodiscard]] bool isAnd() const { return isWord("and"_L1, "&&"_L1); }
    [[nodiscard]] bool isOr() const { return isWord("or"_L1, "||"_L1); }
    [[nodiscard]] bool isOperator() const { return !atEnd() && token().kind == FilterToken::Kind::Operator; }

    static std::unexpected<FilterError> refused(const FilterToken &at, const QString &message, const QString &suggestion = {})
    {
        return std::unexpected(FilterError{at.start, at.length, message, suggestion});
    }

    /// Something should stand here; at the end nothing does.
    [[nodiscard]] std::unexpected<FilterError> missing(const QString &message) const
    {
        return std::unexpected(FilterError{m_source.size(), 0, message, {}});
    }

    /// Several nodes become one, which reaches from the first to the last.
    static FilterNode joined(FilterNode::Kind kind, std::vector<FilterNode> nodes)
    {
        if (nodes.size() == 1)
            return std::move(nodes.front());
        FilterNode node;
        node.kind = kind;
        node.start = nodes.front().start;
        node.length = nodes.back().start + nodes.back().length - node.start;
        node.children = std::move(nodes);
        return node;
    }

    FilterResult disjunction()
    {
        std::vector<FilterNode> nodes;
        do {
            FilterResult next = conjunction();
            if (!next)
                return next;
            nodes.push_back(std::move(*next));
        } while (isOr() && ++m_at > 0);
        return joined(FilterNode::Kind::Or, std::move(nodes));
    }

    FilterResult conjunction()
    {
        std::vector<FilterNode> nodes;
        do {
            FilterResult next = negation();
            if (!next)
                return next;
            nodes.push_back(std::move(*next));
            if (isAnd() && ++m_at > 0)
                continue; // something has to follow
            if (atEnd() || isOr() || token().kind == FilterToken::Kind::Close)
                break;
        } while (true);
        return joined(FilterNode::Kind::And, std::move(nodes));
    }

    FilterResult negation()
    {
        if (atEnd())
            return missing(m_tokens.isEmpty() ? tr("There is nothing to look for")
                                              : tr("Something has to follow “%1”").arg(m_tokens.last().text));
        if (++m_depth > deepestFilter)
            return refused(token(), tr("This is nested too deeply"));
        FilterResult node = isWord("not"_L1, {}) || (isOperator() && token().text == u'!') ? negated()
                            : token().kind == FilterToken::Kind::Open                      ? parenthesised()
                                                                                           : term();
        --m_depth;
        return node;
    }

    FilterResult negated()
    {
        const qsizetype start = token().start;
        ++m_at;
        FilterResult inner = negation();
        if (!inner)
            return inner;
        FilterNode node;
        node.kind = FilterNode::Kind::Not;
        node.start = start;
        node.length = inner->start + inner->length - start;
        node.children.push_back(std::move(*inner));
        return node;
    }

    FilterResult parenthesised()
    {
        const FilterToken open = token();
        ++m_at;
        FilterResult inner = disjunction();
        if (!inner)
            return inner;
        if (atEnd())
            return refused(open, tr("The closing parenthesis is missing"));
        inner->start = open.start;
        inner->length = token().end() - open.start;
        ++m_at;
        return inner;
    }

    FilterResult term()
    {
        const FilterToken first = token();
        switch (first.kind) {
        case FilterToken::Kind::Close: return refused(first, tr("There is nothing to look for before this parenthesis"));
        case FilterToken::Kind::Operator: return refused(first, tr("A field has to stand before “%1”").arg(first.text));
        case FilterToken::Kind::Word:
            if (isAnd() || isOr())
                return refused(first, tr("Something has to stand before “%1”").arg(first.text));
            return word();
        case FilterToken::Kind::Open:
        case FilterToken::Kind::Quoted:
        case FilterToken::Kind::Pattern: break;
        }
        ++m_at;
        return looseText(first);
    }

    FilterResult looseText(const FilterToken &at)
    {
        FilterTerm term;
        term.isBare = true;
        if (std::optional<FilterError> error = takeText(term, at))
            return std::unexpected(std::move(*error));
        return termNode(std::move(term), at, at);
    }

    static FilterNode termNode(FilterTerm term, const FilterToken &first, const FilterToken &last)
    {
        FilterNode node;
        node.term = std::move(term);
        node.start = first.start;
        node.length = last.end() - first.start;
        return node;
    }

    static std::optional<FilterError> takeText(FilterTerm &term, const FilterToken &value)
    {
        term.text = value.text;
        term.isPattern = value.kind == FilterToken::Kind::Pattern;
        if (!term.isPattern)
            return std::nullopt;
        std::expected<QRegularExpression, FilterError> pattern = filterPattern(value);
        if (!pattern)
            return std::move(pattern.error());
        term.pattern = std::move(*pattern);
        return std::nullopt;
    }

    FilterResult word()
    {
        const FilterToken name = token();
        ++m_at;
        if (name.text.startsWith("check:"_L1, Qt::CaseInsensitive))
            return check(name);
        if (const std::optional<FilterFieldFacts> named = filterFieldBeginning(name.text))
            return member(name, *named);
        if (name.text.startsWith("tag:"_L1, Qt::CaseInsensitive))
            return tag(name);
        const std::optional<FilterFieldFacts> field = filterFieldNamed(name.text);
        if (!field)
            return isOperator() && token().text != u'!' ? unknownField(name) : looseText(name);
        if (field->kind == FilterKind::Flag)
            return flag(name, field->field);
        return comparison(name, *field);
    }

    FilterResult comparison(const FilterToken &name, const FilterFieldFacts &field)
    {
        if (!isOperator() || token().text == u'!')
            return refused(name, needsComparison(name.text, field));
        const FilterToken sign = token();
        ++m_at;
        if (atEnd() || token().kind == FilterToken::Kind::Close || token().kind == FilterToken::Kind::Open
            || token().kind == FilterToken::Kind::Operator)
            return std::unexpected(FilterError{atEnd() ? m_source.size() : token().start,
                                               atEnd() ? 0 : token().length,
                                               field.kind == FilterKind::Number
                                                   ? tr("A number has to follow “%1”").arg(sign.text)
                                                   : tr("A name or text has to follow “%1”").arg(sign.text),
                                               {}});
        const FilterToken value = token();
        ++m_at;
        return field.kind == FilterKind::Number ? number(name, field, sign, value) : text(name, field, sign, value);
    }

    /// Of a field whose name has another one in it.
    FilterResult member(const FilterToken &name, const FilterFieldFacts &field)
    {
        const QString member = name.text.sliced(field.name.size());
        if (member.isEmpty())
            return refused(name, needsMember(field.field));
        FilterResult node = comparison(name, field);
        if (!node)
            return node;
        const bool isOutcome = fieldFilterWords().contains(node->term.text, Qt::CaseInsensitive) && !node->term.isPattern;
        if (field.field == FilterField::Field && !isOutcome)
            return refused(m_tokens.at(m_at - 1),
                           tr("A field is compared with = or != and one of %1").arg(fieldFilterWords().join(u", "_s)));
        node->term.variable = member;
        return node;
    }

    static QString needsMember(FilterField field)
    {
        switch (field) {
        case FilterField::Metadata: return tr("A key of the metadata has to follow, as in meta:topic");
        case FilterField::Field: return tr("The name of a field has to follow, as in field:total = wrong");
        default: return tr("The name of a variable has to follow, as in var:city");
        }
    }

    static QString needsComparison(const QString &name, const FilterFieldFacts &field)
    {
        const QString example = name + (field.kind == FilterKind::Number ? " > 1"_L1 : " ~ text"_L1);
        return tr("“%1” has to be compared with something, as in %2; to look for the word, put it in quotation marks")
            .arg(name, example);
    }

    static FilterResult unknownField(const FilterToken &name)
    {
        const QString likely = likelyWord(name.text, filterFieldNames());
        return refused(name,
                       likely.isEmpty() ? tr("There is no field “%1”").arg(name.text)
                                        : tr("There is no field “%1”; did you mean “%2”?").arg(name.text, likely),
                       likely);
    }

    FilterResult flag(const FilterToken &name, FilterField field)
    {
        if (isOperator() && token().text != u'!')
            return refused(token(), tr("“%1” is not compared with anything: write it alone, or “not %1”").arg(name.text));
        FilterTerm term;
        term.field = field;
        term.comparison = FilterComparison::Is;
        return termNode(std::move(term), name, name);
    }

    FilterResult number(const FilterToken &name, const FilterFieldFacts &field, const FilterToken &sign, const FilterToken &value)
    {
        if (sign.text == u'~' || sign.text == "!~"_L1)
            return refused(sign, tr("“%1” is a number: compare it with =, !=, <, <=, > or >=").arg(field.name));
        const std::optional<double> number =
            value.kind == FilterToken::Kind::Pattern ? std::nullopt : filterNumber(value.text, field.field);
        if (!number)
            return refused(value, tr("“%1” is not a number that “%2” can be compared with").arg(value.text, field.name));
        FilterTerm term;
        term.field = field.field;
        term.comparison = comparisonOf(sign.text);
        term.number = *number;
        return termNode(std::move(term), name, value);
    }

    FilterResult text(const FilterToken &name, const FilterFieldFacts &field, const FilterToken &sign, const FilterToken &value)
    {
        FilterTerm term;
        term.field = field.field;
        term.comparison = comparisonOf(sign.text);
        const bool isText = sign.text == u'=' || sign.text == "!="_L1 || sign.text == u'~' || sign.text == "!~"_L1;
        if (!isText)
            return refused(sign, tr("“%1” is a text: compare it with =, !=, ~ (contains) or !~").arg(name.text));
        if (std::optional<FilterError> error = takeText(term, value))
            return std::unexpected(std::move(*error));
        if (term.isPattern) // a pattern is found in a text or not, whatever sign is before it
            term.comparison = sign.text.startsWith(u'!') ? FilterComparison::ContainsNot : FilterComparison::Contains;
        return termNode(std::move(term), name, value);
    }

    FilterResult tag(const FilterToken &name)
    {
        FilterTerm term;
        term.field = FilterField::Tag;
        term.comparison = FilterComparison::Is;
        term.text = name.text.sliced(QLatin1StringView("tag:").size());
        if (term.text.isEmpty())
            return refused(name, tr("A tag has to follow, as in tag:too-long"));
        if (isOperator() && token().text != u'!')
            return refused(token(), tr("“%1” is not compared with anything: write it alone, or “not %1”").arg(name.text));
        return termNode(std::move(term), name, name);
    }

    FilterResult check(const FilterToken &name)
    {
        FilterTerm term;
        term.field = FilterField::Check;
        term.comparison = FilterComparison::Is;
        term.text = name.text.sliced(QLatin1StringView("check:").size());
        if (term.text.isEmpty())
            return refused(name, tr("The type of a check has to follow, as in check:is-json"));
        if (!isOperator() || token().text == u'!')
            return termNode(std::move(term), name, name);
        const FilterToken sign = token();
        if (sign.text != u'=' && sign.text != "!="_L1)
            return refused(sign, tr("A check is compared with = or != and passed, failed or error"));
        ++m_at;
        const std::optional<FilterFieldFacts> wanted = atEnd() ? std::nullopt : filterFieldNamed(token().text);
        const bool isOutcome = wanted
                               && (wanted->field == FilterField::Passed || wanted->field == FilterField::Failed
                                   || wanted->field == FilterField::Error);
        if (!isOutcome)
            return std::unexpected(FilterError{atEnd() ? m_source.size() : token().start,
                                               atEnd() ? 0 : token().length,
                                               tr("A check is compared with = or != and passed, failed or error"),
                                               {}});
        term.wanted = wanted->field;
        term.comparison = comparisonOf(sign.text);
        const FilterToken last = token();
        ++m_at;
        return termNode(std::move(term), name, last);
    }

    const QString &m_source;
    QList<FilterToken> m_tokens;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

QList<FilterNode> FilterExpression::parts() const
{
    if (!root)
        return {};
    if (root->kind != FilterNode::Kind::And)
        return {*root};
    return {root->children.begin(), root->children.end()};
}

bool needsBodies(const FilterNode &node)
{
    if (node.kind != FilterNode::Kind::Term)
        return std::ranges::any_of(node.children, needsBodies);
    return node.term.field == FilterField::Answer || node.term.field == FilterField::Check
           || node.term.field == FilterField::Differs || node.term.field == FilterField::Field;
}

std::expected<FilterExpression, FilterError> parseFilter(const QString &text)
{
    FilterTokens read = filterTokens(text);
    if (read.error)
        return std::unexpected(std::move(*read.error));
    FilterExpression expression{text, std::nullopt};
    if (read.tokens.isEmpty())
        return expression;
    FilterResult root = FilterParser(text, std::move(read.tokens)).read();
    if (!root)
        return std::unexpected(std::move(root.error()));
    expression.root = std::move(*root);
    return expression;
}

} // namespace Tempera
