// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/report/reportfigures.h"
#include "models/report/writers.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype xmlPieceBytes = 64 * 1024;

/// What the XML writer writes in small pieces, for a sink.
class SinkDevice final : public QIODevice
{
public:
    explicit SinkDevice(const ReportSink &sink) : m_sink(sink) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

    /// Hands over what is left.
    void flush()
    {
        m_sink(m_pending);
        m_pending.clear();
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_pending.append(data, size);
        if (m_pending.size() >= xmlPieceBytes) {
            m_sink(m_pending);
            m_pending.clear();
        }
        return size;
    }

private:
    const ReportSink &m_sink;
    QByteArray m_pending;
};

/// A message is one attribute line; CI tools show it as a heading.
QString messageLine(const QString &text)
{
    return xmlSafe(text).simplified();
}

QString seconds(const std::optional<std::chrono::microseconds> &time)
{
    return QString::number(time ? static_cast<double>(time->count()) / 1e6 : 0.0, 'f', 3);
}

QString sumOfSeconds(const ReportGrid &grid, std::size_t column)
{
    std::chrono::microseconds sum{0};
    for (std::size_t row = 0; row < grid.rowCount(); ++row) {
        if (const std::optional<CellSummary> cell = grid.cell(row, column))
            sum += cell->total().value_or(std::chrono::microseconds(0));
    }
    return seconds(sum);
}

void writeCounts(QXmlStreamWriter &xml, const ReportTotals &totals)
{
    xml.writeAttribute("tests"_L1, QString::number(totals.cells));
    xml.writeAttribute("failures"_L1, QString::number(totals.checksFailed));
    xml.writeAttribute("errors"_L1, QString::number(totals.errors));
    xml.writeAttribute("skipped"_L1, QString::number(totals.notEvaluated + totals.cancelled + totals.notNeeded));
}

void writeProperty(QXmlStreamWriter &xml, const QString &name, const QString &value)
{
    xml.writeEmptyElement("property"_L1);
    xml.writeAttribute("name"_L1, name);
    xml.writeAttribute("value"_L1, xmlSafe(value));
}

/// <failure>, <error> or <skipped>; nothing for a cell that passed.
void writeOutcome(QXmlStreamWriter &xml, const Cell &cell)
{
    const QStringList reasons = cellReasons(cell);
    const auto element = [&xml, &reasons](QLatin1StringView name, const QString &type) {
        xml.writeStartElement(name);
        xml.writeAttribute("type"_L1, xmlSafe(type));
        xml.writeAttribute("message"_L1, messageLine(reasons.value(0)));
        xml.writeCharacters(xmlSafe(reasons.join(u'\n')));
        xml.writeEndElement();
    };
    switch (cellOutcome(cell)) {
    case CellOutcome::Passed: break;
    case CellOutcome::ChecksFailed: element("failure"_L1, u"check"_s); break;
    case CellOutcome::Error:
        element("error"_L1, cell.error ? errorKindName(cell.error->kind) : cellOutcomeName(CellOutcome::Error));
        break;
    case CellOutcome::NotEvaluated:
    case CellOutcome::Cancelled:
    case CellOutcome::NotNeeded:
        xml.writeEmptyElement("skipped"_L1);
        xml.writeAttribute("message"_L1,
                           reasons.isEmpty() ? cellOutcomeName(cellOutcome(cell)) : messageLine(reasons.join(u"; "_s)));
        break;
    }
}

void writeCell(QXmlStreamWriter &xml, const RunReport &report, const ReportRow &row, const ReportColumn &column, const Cell &cell)
{
    xml.writeStartElement("testcase"_L1);
    xml.writeAttribute("classname"_L1, xmlSafe(promptName(report.experiment, column.promptIndex) + u'.' + column.title));
    xml.writeAttribute("name"_L1, xmlSafe(row.title));
    xml.writeAttribute("time"_L1, seconds(cell.timings.total));
    if (!report.experimentPath.isEmpty())
        xml.writeAttribute("file"_L1, xmlSafe(report.experimentPath));
    writeOutcome(xml, cell);
    if (!cell.text.isEmpty())
        xml.writeTextElement("system-out"_L1, xmlSafe(cell.text));
    QStringList notes;
    for (const Note &note : cell.notes)
        notes << noteSentence(note);
    notes += attemptLines(cell.attempts);
    if (!notes.isEmpty())
        xml.writeTextElement("system-err"_L1, xmlSafe(notes.join(u'\n')));
    xml.writeEndElement();
}

void beginSuite(QXmlStreamWriter &xml, const RunReport &report, const ReportGrid &grid, std::size_t column,
                const QString &verdict)
{
    const ReportColumn &head = grid.columns()[column];
    const ReportTotals totals = grid.columnTotals(column);
    xml.writeStartElement("testsuite"_L1);
    xml.writeAttribute("name"_L1, xmlSafe(head.head()));
    writeCounts(xml, totals);
    xml.writeAttribute("time"_L1, sumOfSeconds(grid, column));
    xml.writeAttribute("timestamp"_L1, report.started.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss"_s));
    xml.writeAttribute("hostname"_L1, "localhost"_L1);

    xml.writeStartElement("properties"_L1);
    writeProperty(xml, u"run"_s, report.id.toString(QUuid::WithoutBraces));
    writeProperty(xml, u"tokens"_s, tokensText(totals));
    writeProperty(xml, u"cost"_s, costText(totals));
    writeProperty(xml, u"first_token_ms_median"_s, shortNumber(totals.firstTokenMs));
    writeProperty(xml, u"tokens_per_second_median"_s, shortNumber(totals.tokensPerSecond));
    if (const auto rate = columnPassRate(grid, column))
        writeProperty(xml, u"pass_rate"_s, passRateText(rate));
    if (!report.raceSentence.isEmpty())
        writeProperty(xml, u"race"_s, report.raceSentence);
    if (!verdict.isEmpty())
        writeProperty(xml, u"verdict"_s, verdict);
    xml.writeEndElement();
}

class JUnitReport final : public ReportWriter
{
public:
    JUnitReport(const RunReport &report, const ReportGrid &grid, ReportSink sink)
        : ReportWriter(report, grid, std::move(sink)), m_device(this->sink()), m_xml(&m_device)
    {
    }

    [[nodiscard]] bool goesByColumns() const override { return true; }

    void begin() override
    {
        const QString &description = report().experiment.description;
        m_verdicts = verdictSentences(grid());
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
        m_xml.writeStartDocument();
        m_xml.writeStartElement("testsuites"_L1);
        m_xml.writeAttribute("name"_L1, xmlSafe(description.isEmpty() ? u"Tempera"_s : description));
        writeCounts(m_xml, grid().totals());
        const bool timed = report().started.isValid() && report().finished.isValid();
        m_xml.writeAttribute("time"_L1, seconds(timed ? std::optional(std::chrono::microseconds(std::chrono::milliseconds(
                                                            report().started.msecsTo(report().finished))))
                                                      : std::nullopt));
    }

    void cell(std::size_t row, std::size_t column, const Cell *cell) override
    {
        if (row == 0)
            beginSuite(m_xml, report(), grid(), column, m_verdicts.value(static_cast<qsizetype>(column)));
        if (cell)
            writeCell(m_xml, report(), grid().row(row), grid().columns()[column], *cell);
        if (row + 1 == grid().rowCount())
            m_xml.writeEndElement();
    }

    void end() override
    {
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        m_device.flush();
    }

private:
    SinkDevice m_device;
    QXmlStreamWriter m_xml;
    QStringList m_verdicts; ///< By column.
};

} // namespace

std::unique_ptr<ReportWriter> junitReport(const RunReport &report, const ReportGrid &grid, ReportSink sink)
{
    return std::make_unique<JUnitReport>(report, grid, std::move(sink));
}

} // namespace Tempera
