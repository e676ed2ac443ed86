// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/comparetable.h"

#include "app/cli/console.h"
#include "app/cli/label.h"
#include "app/cli/terminaltext.h"
#include "models/core/counted.h"
#include "models/report/writers.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int narrowestCell = 18;
constexpr int padding = 3; // "│ " before and " " after

using Block = QList<SpanLine>;

Span markOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pass: return {u"✓"_s, Ink::Good};
    case Outcome::Fail: return {u"✗"_s, Ink::Bad};
    case Outcome::Error: return {u"!"_s, Ink::Bad};
    case Outcome::NotEvaluated: return {u"?"_s, Ink::Odd};
    }
    return {};
}

void appendWrapped(Block &block, const QString &text, int width, Ink ink)
{
    for (const QString &line : wrapped(terminalSafe(text), width))
        block << SpanLine{{line, ink}};
}

/// At most `limit` lines, the last of which tells how many more there are.
void appendLimited(Block &block, const QString &text, int width, int limit, Ink ink)
{
    const QStringList lines = wrapped(terminalSafe(text), width);
    const qsizetype shown = lines.size() <= limit ? lines.size() : limit - 1;
    for (const QString &line : lines.first(shown))
        block << SpanLine{{line, ink}};
    if (shown < lines.size()) {
        const qsizetype left = lines.size() - shown;
        const QString rest = counted(QCoreApplication::translate("Cli", "… %n more line(s)", nullptr, countForm(left)), left);
        block << SpanLine{{clipped(rest, width), Ink::Dim}};
    }
}

void appendAnswer(Block &block, const QString &answer, int width, int limit)
{
    qsizetype end = answer.size();
    while (end > 0 && (answer.at(end - 1) == u'\n' || answer.at(end - 1) == u'\r'))
        --end;
    if (end > 0)
        appendLimited(block, answer.first(end), width, limit, Ink::Plain);
}

/// "✓✓✗ 0.67 · 12 → 8 · 130 ms", as far as there is room.
SpanLine figureLine(const Cell &cell, int width)
{
    SpanLine line;
    QStringList figures;
    if (cell.grade) {
        for (const Verdict &verdict : cell.grade->verdicts)
            line << markOf(verdict.outcome);
        if (cell.grade->verdicts.size() > 1 && cell.grade->outcome != Outcome::Pass)
            figures << QString::number(cell.grade->score, 'f', 2);
    }
    if (const ReportTotals one = totalsOf(cell); one.unknownTokens == 0)
        figures << tokensText(one);
    if (const QString time = shortNumber(milliseconds(cell.timings.total)); !time.isEmpty())
        figures << time + u" ms"_s;

    int used = static_cast<int>(line.size());
    QString separator = used == 0 ? QString() : u" "_s;
    for (const QString &figure : figures) {
        const QString part = std::exchange(separator, u" · "_s) + figure;
        if (used + displayWidth(part) > width)
            break;
        used += displayWidth(part);
        line << Span{part, Ink::Dim};
    }
    return line;
}

Block cellBlock(const Cell *cell, int width, int limit)
{
    Block block;
    if (!cell)
        return {SpanLine{{u"–"_s, Ink::Dim}}};
    appendAnswer(block, cell->text, width, limit);
    if (!cell->attempts.isEmpty())
        appendLimited(block, u"↪ "_s + attemptsSentence(cell->attempts), width, limit, Ink::Odd);
    if (cell->error) {
        appendLimited(block, u"! "_s + errorSentence(*cell->error), width, limit, Ink::Bad);
        return block;
    }
    if (cellOutcome(*cell) == CellOutcome::Cancelled) {
        block << SpanLine{{clipped(label(QT_TRANSLATE_NOOP("Cli", "stopped")), width), Ink::Odd}};
        return block;
    }
    if (cellOutcome(*cell) == CellOutcome::NotNeeded)
        return {SpanLine{{clipped(label(QT_TRANSLATE_NOOP("Cli", "not needed")), width), Ink::Dim}}};
    block << figureLine(*cell, width);
    if (!cell->grade)
        return block;
    for (const Verdict &verdict : cell->grade->verdicts) {
        if (verdict.outcome == Outcome::Pass)
            continue;
        const Span mark = markOf(verdict.outcome);
        QString line = mark.text + u' ' + verdict.type;
        if (verdict.outcome == Outcome::NotEvaluated)
            line += u": "_s + label(QT_TRANSLATE_NOOP("Cli", "not evaluated"));
        if (!verdict.reason.isEmpty())
            line += u": "_s + verdict.reason;
        appendLimited(block, line, width, limit, mark.ink);
    }
    return block;
}

Block textBlock(const QString &text, int width, Ink ink)
{
    Block block;
    appendWrapped(block, text, width, ink);
    return block;
}

/// Widths and the drawing of one table; `columns` are indexes into the grid.
class TableDrawing
{
public:
    TableDrawing(const OutStream &stream, QList<int> widths) : m_stream(stream), m_widths(std::move(widths)) { }

    void rule(QChar left, QChar cross, QChar right)
    {
        QString line(left);
        for (qsizetype i = 0; i < m_widths.size(); ++i)
            line += QString(m_widths.at(i) + 2, u'─') + (i + 1 < m_widths.size() ? cross : right);
        m_text += painted(line, Ink::Dim, m_stream) + u'\n';
    }
    void row(const QList<Block> &blocks)
    {
        qsizetype height = 0;
        for (const Block &block : blocks)
            height = std::max(height, block.size());
        const QString bar = painted(u"│"_s, Ink::Dim, m_stream);
        for (qsizetype line = 0; line < height; ++line) {
            m_text += bar;
            for (qsizetype i = 0; i < blocks.size(); ++i)
                m_text += u' ' + painted(blocks.at(i).value(line), m_stream, m_widths.at(i)) + u' ' + bar;
            m_text += u'\n';
        }
    }
    [[nodiscard]] QString text() const { return m_text; }

private:
    const OutStream &m_stream;
    QList<int> m_widths;
    QString m_text;
};

Span passedSpan(const ReportTotals &totals)
{
    const int asked = totals.cells - totals.notNeeded;
    const Ink ink = totals.passed == asked ? Ink::Good : totals.checksFailed + totals.errors > 0 ? Ink::Bad : Ink::Odd;
    return {u"%1/%2"_s.arg(totals.passed).arg(asked), ink};
}

QString orUnknown(const QString &number, const QString &unit)
{
    return number.isEmpty() ? moneyText(std::nullopt) : number + unit;
}

void totalRows(TableDrawing &drawing, const ReportGrid &grid, const std::vector<std::size_t> &columns, int titleWidth, int width)
{
    const auto row = [&](const char *title, const auto &valueOf) {
        QList<Block> blocks{textBlock(label(title), titleWidth, Ink::Strong)};
        for (const std::size_t column : columns) {
            Span span = valueOf(grid.columnTotals(column));
            span.text = clipped(span.text, width);
            blocks << Block{SpanLine{span}};
        }
        drawing.row(blocks);
    };
    row(QT_TRANSLATE_NOOP("Cli", "passed"), passedSpan);
    row(QT_TRANSLATE_NOOP("Cli", "tokens"), [](const ReportTotals &t) { return Span{tokensText(t), Ink::Plain}; });
    row(QT_TRANSLATE_NOOP("Cli", "cost"), [](const ReportTotals &t) { return Span{costText(t), Ink::Plain}; });
    row(QT_TRANSLATE_NOOP("Cli", "first token"),
        [](const ReportTotals &t) { return Span{orUnknown(shortNumber(t.firstTokenMs), u" ms"_s), Ink::Plain}; });
    row(QT_TRANSLATE_NOOP("Cli", "speed"), [](const ReportTotals &t) {
        return Span{orUnknown(shortNumber(t.tokensPerSecond), label(QT_TRANSLATE_NOOP("Cli", " tokens/s"))), Ink::Plain};
    });
}

int widestTitle(const ReportGrid &grid, const TableLimits &limits)
{
    int width = displayWidth(label(QT_TRANSLATE_NOOP("Cli", "first token")));
    for (std::size_t row = 0; row < std::min(grid.rowCount(), static_cast<std::size_t>(limits.rows)); ++row)
        width = std::max(width, displayWidth(terminalSafe(grid.row(row).title)));
    return width;
}

using BodyOf = std::function<const Cell *(int index)>;

QString drawTable(const ReportGrid &grid, const BodyOf &bodyOf, const std::vector<std::size_t> &columns, const OutStream &stream,
                  int titleWidth, int width, const TableLimits &limits)
{
    QList<int> widths{titleWidth};
    widths.resize(static_cast<qsizetype>(columns.size()) + 1, width);
    TableDrawing drawing(stream, widths);

    drawing.rule(u'┌', u'┬', u'┐');
    QList<Block> heads{textBlock(label(QT_TRANSLATE_NOOP("Cli", "case")), titleWidth, Ink::Strong)};
    for (const std::size_t column : columns) {
        const ReportColumn &head = grid.columns()[column];
        Block block = textBlock(head.title, width, Ink::Strong);
        for (const QString &detail : {head.settings, head.prompt}) {
            if (!detail.isEmpty())
                block << SpanLine{{clipped(terminalSafe(detail), width), Ink::Dim}};
        }
        heads << block;
    }
    drawing.row(heads);

    const std::size_t shown = std::min(grid.rowCount(), static_cast<std::size_t>(limits.rows));
    for (std::size_t row = 0; row < shown; ++row) {
        drawing.rule(u'├', u'┼', u'┤');
        QList<Block> blocks{textBlock(grid.row(row).title, titleWidth, Ink::Plain)};
        for (const std::size_t column : columns)
            blocks << cellBlock(grid.index(row, column) < 0 ? nullptr : bodyOf(grid.index(row, column)), width,
                                limits.linesPerCell);
        drawing.row(blocks);
    }
    if (shown < grid.rowCount()) {
        drawing.rule(u'├', u'┼', u'┤');
        const QString rest = label(QT_TRANSLATE_NOOP("Cli", "… %1 more")).arg(grid.rowCount() - shown);
        QList<Block> blocks{textBlock(rest, titleWidth, Ink::Dim)};
        blocks.resize(widths.size());
        drawing.row(blocks);
    }
    drawing.rule(u'├', u'┼', u'┤');
    totalRows(drawing, grid, columns, titleWidth, width);
    drawing.rule(u'└', u'┴', u'┘');
    return drawing.text();
}

} // namespace

std::vector<int> tableCells(const ReportGrid &grid, const TableLimits &limits)
{
    std::vector<int> cells;
    for (std::size_t row = 0; row < std::min(grid.rowCount(), static_cast<std::size_t>(limits.rows)); ++row) {
        for (std::size_t column = 0; column < grid.columns().size(); ++column) {
            if (grid.index(row, column) >= 0)
                cells.push_back(grid.index(row, column));
        }
    }
    return cells;
}

QString compareTable(const ReportGrid &grid, const BodyOf &bodyOf, const OutStream &stream, const TableLimits &limits)
{
    const int count = static_cast<int>(grid.columns().size());
    if (count == 0)
        return {};
    const int total = stream.columns() - 1; // the closing bar
    const int titleWidth = std::min(widestTitle(grid, limits), std::max(11, total / 5));
    const int room = total - titleWidth - padding;
    const int beside = std::clamp(room / (narrowestCell + padding), 1, count);
    const int width = std::max(room / beside - padding, 4);

    QString text;
    for (int first = 0; first < count; first += beside) {
        std::vector<std::size_t> columns;
        for (int column = first; column < std::min(first + beside, count); ++column)
            columns.push_back(static_cast<std::size_t>(column));
        text += drawTable(grid, bodyOf, columns, stream, titleWidth, width, limits);
    }
    return text;
}

QString runSummary(const RunReport &report, const ReportGrid &grid, const QString &more)
{
    const ReportTotals totals = grid.totals();
    QStringList counts{
        label(QT_TRANSLATE_NOOP("Cli", "%1 passed")).arg(totals.passed),
        label(QT_TRANSLATE_NOOP("Cli", "%1 failed")).arg(totals.checksFailed),
        counted(QCoreApplication::translate("Cli", "%n error(s)", nullptr, countForm(totals.errors)), totals.errors)};
    if (totals.notEvaluated > 0)
        counts << label(QT_TRANSLATE_NOOP("Cli", "%1 not evaluated")).arg(totals.notEvaluated);
    if (totals.cancelled > 0)
        counts << label(QT_TRANSLATE_NOOP("Cli", "%1 stopped")).arg(totals.cancelled);
    if (totals.notNeeded > 0)
        counts << label(QT_TRANSLATE_NOOP("Cli", "%1 not needed")).arg(totals.notNeeded);
    const QString cells =
        counted(QCoreApplication::translate("Cli", "%n cell(s)", nullptr, countForm(totals.cells)), totals.cells);
    QStringList parts{cells + u": "_s + counts.join(u", "_s),
                      tokensText(totals) + u' ' + label(QT_TRANSLATE_NOOP("Cli", "tokens")), costText(totals)};
    if (report.started.isValid() && report.finished.isValid())
        parts << shortNumber(static_cast<double>(report.started.msecsTo(report.finished)) / 1000.0) + u" s"_s;
    if (!more.isEmpty())
        parts << more;
    return parts.join(u" · "_s);
}

} // namespace Tempera
