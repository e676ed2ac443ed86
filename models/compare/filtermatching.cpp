// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/filtermatching.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr FilterMatch filterAnswer(bool isTrue)
{
    return isTrue ? FilterMatch::Yes : FilterMatch::No;
}

bool isFailedOutcome(const std::optional<Outcome> &outcome)
{
    return outcome == Outcome::Fail || outcome == Outcome::Error;
}

/// Of the fields that a summary answers with yes or no.
bool filterFlag(FilterField field, const FilterSubject &subject)
{
    const CellSummary &cell = subject.summary();
    switch (field) {
    case FilterField::Passed: return cell.outcome == Outcome::Pass;
    case FilterField::Failed: return isFailedOutcome(cell.outcome) || cell.state == CellState::Failed;
    case FilterField::Error: return cell.outcome == Outcome::Error || cell.state == CellState::Failed;
    case FilterField::Unchecked: return !isEvaluated(cell);
    case FilterField::Disagrees: return subject.disagrees();
    case FilterField::Better: return scoreDelta(cell, subject.baseline()).value_or(0) > 0;
    case FilterField::Worse: return scoreDelta(cell, subject.baseline()).value_or(0) < 0;
    case FilterField::Regressed:
        return isFailedOutcome(cell.outcome) && subject.baseline() && subject.baseline()->outcome == Outcome::Pass;
    case FilterField::Done: return cell.state == CellState::Done;
    case FilterField::Stopped: return cell.state == CellState::Cancelled;
    case FilterField::NotNeeded: return cell.state == CellState::NotNeeded;
    case FilterField::Running:
        return cell.state == CellState::Loading || cell.state == CellState::Streaming || cell.state == CellState::Retrying;
    case FilterField::Waiting: return cell.state == CellState::Planned || cell.state == CellState::Queued;
    case FilterField::Outdated: return subject.isOutdated();
    case FilterField::Rated: return subject.rating();
    case FilterField::Empty: return cell.state == CellState::Done && !cell.hasText;
    default: return false;
    }
}

std::optional<double> inSeconds(const std::optional<std::chrono::microseconds> &time)
{
    return time ? std::optional(static_cast<double>(time->count()) / 1e6) : std::nullopt;
}

std::optional<double> asReal(const CompactCount &number)
{
    return number.value() ? std::optional(static_cast<double>(*number.value())) : std::nullopt;
}

std::optional<double> filterValue(FilterField field, const FilterSubject &subject)
{
    const CellSummary &cell = subject.summary();
    switch (field) {
    case FilterField::Score: return isEvaluated(cell) ? std::optional(cell.score) : std::nullopt;
    case FilterField::Delta: return scoreDelta(cell, subject.baseline());
    case FilterField::Tokens: return asReal(cell.outputTokens);
    case FilterField::InputTokens: return asReal(cell.inputTokens);
    case FilterField::Cost: return cell.cost() ? std::optional(cell.cost()->dollars()) : std::nullopt;
    case FilterField::Latency: return inSeconds(cell.total());
    case FilterField::FirstToken: return inSeconds(cell.firstToken());
    case FilterField::Speed: return cell.tokensPerSecond.value();
    case FilterField::Repeat: return cell.key.repeat + 1;
    case FilterField::VariantNumber: return cell.key.variantIndex + 1;
    case FilterField::PromptNumber: return cell.key.promptIndex + 1;
    case FilterField::Rating: return subject.rating() ? subject.rating()->value() : std::nullopt;
    default: return std::nullopt;
    }
}

bool comparesTrue(double value, FilterComparison comparison, double other)
{
    // What is typed has few digits: 0.1 + 0.2 is meant by 0.3.
    const bool isSame = std::abs(value - other) <= 1e-9 * std::max({1e-3, std::abs(value), std::abs(other)});
    switch (comparison) {
    case FilterComparison::Is: return isSame;
    case FilterComparison::IsNot: return !isSame;
    case FilterComparison::Less: return value < other && !isSame;
    case FilterComparison::AtMost: return value < other || isSame;
    case FilterComparison::More: return value > other && !isSame;
    case FilterComparison::AtLeast: return value > other || isSame;
    case FilterComparison::Contains:
    case FilterComparison::ContainsNot: break;
    }
    return false;
}

/// A search that was stopped is counted.
bool isFoundIn(const QString &text, const FilterTerm &term, FilterTrouble &trouble)
{
    if (!term.isPattern)
        return text.contains(term.text, Qt::CaseInsensitive);
    const QRegularExpressionMatch match = term.pattern.match(text);
    if (!match.isValid())
        ++trouble.stoppedPatterns;
    return match.hasMatch();
}

FilterMatch filterText(const QString &text, const FilterTerm &term, FilterTrouble &trouble)
{
    switch (term.comparison) {
    case FilterComparison::Is: return filterAnswer(text.compare(term.text, Qt::CaseInsensitive) == 0);
    case FilterComparison::IsNot: return filterAnswer(text.compare(term.text, Qt::CaseInsensitive) != 0);
    case FilterComparison::ContainsNot: {
        const int before = trouble.stoppedPatterns;
        return filterAnswer(!isFoundIn(text, term, trouble) && trouble.stoppedPatterns == before);
    }
    default: return filterAnswer(isFoundIn(text, term, trouble));
    }
}

FilterMatch filterAnswerText(const FilterTerm &term, const FilterSubject &subject, FilterTrouble &trouble)
{
    if (!subject.summary().hasText)
        return filterText({}, term, trouble);
    const Cell *body = subject.body();
    return body ? filterText(body->text, term, trouble) : FilterMatch::NeedsBody;
}

/// One of them is enough; all have to be without what is not wanted. Where none is known, nothing matches.
FilterMatch filterExpected(const FilterTerm &term, const FilterSubject &subject, FilterTrouble &trouble)
{
    const QStringList all = subject.expected();
    const auto matches = [&](const QString &each) { return filterText(each, term, trouble) == FilterMatch::Yes; };
    const bool isNegated = term.comparison == FilterComparison::IsNot || term.comparison == FilterComparison::ContainsNot;
    return filterAnswer(!all.isEmpty() && (isNegated ? std::ranges::all_of(all, matches) : std::ranges::any_of(all, matches)));
}

/// Only whole answers are compared.
FilterMatch filterDiffers(const FilterSubject &subject)
{
    const CellSummary &cell = subject.summary();
    const CellSummary *baseline = subject.baseline();
    if (!baseline || baseline->state != CellState::Done || cell.state != CellState::Done)
        return FilterMatch::No;
    if (cell.hasText != baseline->hasText)
        return FilterMatch::Yes;
    if (!cell.hasText)
        return FilterMatch::No;
    const Cell *body = subject.body();
    const Cell *other = subject.baselineBody();
    return body && other ? filterAnswer(body->text != other->text) : FilterMatch::NeedsBody;
}

bool isWantedOutcome(Outcome outcome, FilterField wanted)
{
    switch (wanted) {
    case FilterField::Passed: return outcome == Outcome::Pass;
    case FilterField::Error: return outcome == Outcome::Error;
    default: return outcome == Outcome::Fail || outcome == Outcome::Error;
    }
}

FilterMatch filterCheck(const FilterTerm &term, const FilterSubject &subject)
{
    const CellSummary &cell = subject.summary();
    const bool isNegated = term.comparison == FilterComparison::IsNot;
    // Where all passed, none failed: most cells need no body.
    if (!cell.outcome || cell.verdicts == 0)
        return FilterMatch::No;
    if (!isNegated && term.wanted != FilterField::Passed && cell.verdicts == cell.passedVerdicts)
        return FilterMatch::No;
    const Cell *body = subject.body();
    if (!body)
        return FilterMatch::NeedsBody;
    if (!body->grade)
        return FilterMatch::No;
    return filterAnswer(std::ranges::any_of(body->grade->verdicts, [&](const Verdict &verdict) {
        return verdict.type.compare(term.text, Qt::CaseInsensitive) == 0 && verdict.outcome != Outcome::NotEvaluated
               && isWantedOutcome(verdict.outcome, term.wanted) != isNegated;
    }));
}

/// What a variable or a key of the metadata is; what is not there matches nothing.
FilterMatch filterNamed(const std::optional<QString> &value, const FilterTerm &term, FilterTrouble &trouble)
{
    return value ? filterText(*value, term, trouble) : FilterMatch::No;
}

/// One value of the field is enough; != is that none is so, where something is known of the field.
FilterMatch filterFieldOutcome(const FilterTerm &term, const FilterSubject &subject)
{
    const CellSummary &cell = subject.summary();
    if (cell.state != CellState::Done || !subject.hasFields())
        return FilterMatch::No;
    if (cell.hasText && !subject.body())
        return FilterMatch::NeedsBody;
    const QList<FieldValue> values = subject.fields();
    const bool isFound =
        std::ranges::any_of(values, [&](const FieldValue &value) { return isMeantBy(value, term.variable, term.text); });
    if (term.comparison != FilterComparison::IsNot && term.comparison != FilterComparison::ContainsNot)
        return filterAnswer(isFound);
    const bool isThere = std::ranges::any_of(
        values, [&](const FieldValue &value) { return term.variable == "*"_L1 || value.field == term.variable; });
    return filterAnswer(isThere && !isFound);
}

FilterMatch filterTerm(const FilterTerm &term, const FilterSubject &subject, FilterTrouble &trouble)
{
    switch (factsOf(term.field).kind) {
    case FilterKind::Flag:
        return term.field == FilterField::Differs ? filterDiffers(subject) : filterAnswer(filterFlag(term.field, subject));
    case FilterKind::Number: {
        const std::optional<double> value = filterValue(term.field, subject);
        return filterAnswer(value && comparesTrue(*value, term.comparison, term.number));
    }
    case FilterKind::Name: return filterText(subject.name(term.field), term, trouble);
    case FilterKind::Text:
        if (term.field == FilterField::Expected)
            return filterExpected(term, subject, trouble);
        if (term.field == FilterField::Comment)
            return subject.rating() && !subject.rating()->comment.isEmpty() ? filterText(subject.rating()->comment, term, trouble)
                                                                            : FilterMatch::No;
        return filterAnswerText(term, subject, trouble);
    case FilterKind::Tag:
        return filterAnswer(subject.rating() && subject.rating()->tags.contains(term.text, Qt::CaseInsensitive));
    case FilterKind::Variable:
        if (term.field == FilterField::Field)
            return filterFieldOutcome(term, subject);
        return filterNamed(term.field == FilterField::Metadata ? subject.metadata(term.variable)
                                                               : subject.variable(term.variable),
                           term, trouble);
    case FilterKind::Check: return filterCheck(term, subject);
    }
    return FilterMatch::No;
}

/// The part that decides a conjunction (No) or a disjunction (Yes); what memory can say comes before what needs a body.
FilterMatch filterJoined(const FilterNode &node, FilterMatch decisive, const FilterSubject &cell, FilterTrouble &trouble)
{
    FilterMatch result = decisive == FilterMatch::No ? FilterMatch::Yes : FilterMatch::No;
    for (const bool bodies : {false, true}) {
        for (const FilterNode &child : node.children) {
            if (needsBodies(child) != bodies)
                continue;
            const FilterMatch match = filterMatch(child, cell, trouble);
            if (match == decisive)
                return decisive;
            if (match == FilterMatch::NeedsBody)
                result = FilterMatch::NeedsBody;
        }
    }
    return result;
}

} // namespace

FilterMatch filterMatch(const FilterNode &node, const FilterSubject &cell, FilterTrouble &trouble)
{
    switch (node.kind) {
    case FilterNode::Kind::Term: return filterTerm(node.term, cell, trouble);
    case FilterNode::Kind::And: return filterJoined(node, FilterMatch::No, cell, trouble);
    case FilterNode::Kind::Or: return filterJoined(node, FilterMatch::Yes, cell, trouble);
    case FilterNode::Kind::Not: break;
    }
    const FilterMatch inner = filterMatch(node.children.front(), cell, trouble);
    return inner == FilterMatch::NeedsBody ? inner : filterAnswer(inner == FilterMatch::No);
}

std::optional<double> scoreDelta(const CellSummary &cell, const CellSummary *baseline)
{
    if (!baseline || !isEvaluated(cell) || !isEvaluated(*baseline))
        return std::nullopt;
    return cell.score - baseline->score;
}

std::optional<double> scoreDelta(const CellTable &cells, std::size_t cell, const ComparedCell &baseline)
{
    if (!baseline.cells || !isEvaluated(cells, cell) || !isEvaluated(*baseline.cells, baseline.cell))
        return std::nullopt;
    return cells.score(cell) - baseline.cells->score(baseline.cell);
}

} // namespace Tempera
