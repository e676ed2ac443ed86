// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/checkregistry.h"
#include "models/checks/sqlreading.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// `is-sql` and `contains-sql`: the output is SQL, or has some (in a block of code, else as a whole), and names no other tables and
/// columns than the value allows. Where this version cannot tell, the check is not evaluated.
class SqlCheck final : public Check
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    explicit SqlCheck(bool isWhole) : m_isWhole(isWhole) { }

private:
    Finding run(const CheckInput &input) const override
    {
        if (!input.value.isNull() && !input.value.isUndefined() && !input.value.isObject())
            return broken(tr("it needs a map with databaseType, allowedTables or allowedColumns, or nothing"));
        const QStringList blocks = m_isWhole ? QStringList() : sqlBlocks(input.cell.text);
        Finding last;
        for (const QString &text : blocks.isEmpty() ? QStringList{input.cell.text} : blocks) {
            Finding finding = look(text, input.value.toObject());
            if (finding.outcome == Outcome::Pass)
                return finding;
            if (last.outcome != Outcome::NotEvaluated || last.fact.isEmpty())
                last = finding;
        }
        return last;
    }

    static Finding look(const QString &text, const QJsonObject &allowed)
    {
        const SqlReading reading = readSql(text);
        if (reading.answer == SqlAnswer::No)
            return judged(false, tr("the output is not SQL: %1").arg(reading.why));
        const auto tables = asList(allowed.value("allowedTables"_L1));
        const auto columns = asList(allowed.value("allowedColumns"_L1));
        if (reading.answer == SqlAnswer::Unsure || ((tables || columns) && !reading.isWhole))
            return notEvaluated(reading.why.isEmpty() ? tr("which tables and columns it names is not known") : reading.why);
        for (const auto &[names, list] : {std::pair(reading.tables, tables), std::pair(reading.columns, columns)}) {
            const QString other = list ? firstNotAllowed(names, *list) : QString();
            if (!other.isEmpty())
                return judged(false, tr("it names %1, which is not allowed").arg(quoted(other)));
        }
        return judged(true, tr("the output is SQL"));
    }

    /// Allowed names are patterns, as in node-sql-parser.
    static QString firstNotAllowed(const QStringList &names, const QStringList &allowed)
    {
        for (const QString &name : names) {
            bool isAllowed = false;
            for (const QString &pattern : allowed) {
                QStringList parts = pattern.split(u"::"_s);
                const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern),
                                               QRegularExpression::CaseInsensitiveOption);
                if (parts.size() == 3)
                    parts[1] = u"null"_s;
                isAllowed =
                    isAllowed || whole.match(name).hasMatch() || parts.join(u"::"_s).compare(name, Qt::CaseInsensitive) == 0;
            }
            if (!isAllowed)
                return name;
        }
        return {};
    }

    static QStringList sqlBlocks(const QString &text)
    {
        static const QRegularExpression fence(uR"(^ {0,3}(```+|~~~+)[ \t]*(sql)?[ \t]*\n(.*?)^ {0,3}\1[ \t]*$)"_s,
                                              QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption
                                                  | QRegularExpression::CaseInsensitiveOption);
        QStringList blocks;
        for (const QRegularExpressionMatch &match : fence.globalMatch(text)) {
            if (!match.captured(3).trimmed().isEmpty())
                blocks += match.captured(3).trimmed();
        }
        return blocks;
    }

    const bool m_isWhole;
};

} // namespace

void addSqlChecks(std::vector<RegisteredCheck> &checks)
{
    checks.push_back({u"is-sql"_s, CheckNeeds::Answer, std::make_unique<SqlCheck>(true)});
    checks.push_back({u"contains-sql"_s, CheckNeeds::Answer, std::make_unique<SqlCheck>(false)});
}

} // namespace Tempera
