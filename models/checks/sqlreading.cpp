// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/sqlreading.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

struct SqlToken {
    enum class Kind { Word, Quoted, Literal, Sign };
    Kind kind = Kind::Sign;
    QString text;  ///< Words as they are written; names without their quotes.
    QString upper; ///< Of a word, in capitals; else empty.

    [[nodiscard]] bool isName() const { return kind == Kind::Word || kind == Kind::Quoted; }
};
using SqlTokens = std::vector<SqlToken>;

class SqlTexts
{
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    static QString nothing() { return tr("there is no statement"); }
    static QString openQuote() { return tr("a quotation mark or bracket is not closed"); }
    static QString noStatement(const QString &word) { return tr("no statement begins with \"%1\"").arg(word); }
    static QString notRead(const QString &word) { return tr("%1 statements are not read by this version").arg(word); }
    static QString clause(const QString &word) { return tr("there is something missing or too much at %1").arg(word); }
};

/// Nothing where a quotation mark is not closed.
std::optional<SqlTokens> sqlTokens(const QString &text)
{
    static const QRegularExpression form(
        uR"re((\s+|--[^\n]*|/\*.*?\*/)|('(?:[^'\\]|\\.|'')*'|\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|`([^`]*)`|([\p{L}_@#$][\p{L}\p{N}_$#]*)|([<>!|]=?|<>|\|\||::|[=+\-*/%,.();:?\[\]{}&^~]))re"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::DotMatchesEverythingOption);
    SqlTokens tokens;
    qsizetype at = 0;
    while (at < text.size()) {
        const QRegularExpressionMatch match =
            form.match(text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch() || match.capturedLength() == 0)
            return std::nullopt;
        at = match.capturedEnd();
        if (match.hasCaptured(2))
            tokens.push_back({SqlToken::Kind::Literal, match.captured(2), {}});
        else if (match.hasCaptured(3) || match.hasCaptured(4))
            tokens.push_back({SqlToken::Kind::Quoted, match.captured(3) + match.captured(4), {}});
        else if (match.hasCaptured(5))
            tokens.push_back({SqlToken::Kind::Word, match.captured(5), match.captured(5).toUpper()});
        else if (match.hasCaptured(6))
            tokens.push_back({SqlToken::Kind::Sign, match.captured(6), {}});
    }
    return tokens;
}

bool hasBalancedBrackets(const SqlTokens &tokens)
{
    int depth = 0;
    for (const SqlToken &token : tokens) {
        depth += token.text == "("_L1 && token.kind == SqlToken::Kind::Sign ? 1 : 0;
        depth -= token.text == ")"_L1 && token.kind == SqlToken::Kind::Sign ? 1 : 0;
        if (depth < 0)
            return false;
    }
    return depth == 0;
}

/// A piece of a statement that begins with a keyword.
struct SqlClause {
    QString keyword;
    SqlTokens tokens;
};

const QStringList &clauseWords()
{
    static const QStringList words{u"SELECT"_s, u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s, u"FROM"_s,  u"INTO"_s,
                                   u"VALUES"_s, u"SET"_s,    u"JOIN"_s,   u"ON"_s,     u"WHERE"_s, u"GROUP"_s,
                                   u"HAVING"_s, u"ORDER"_s,  u"LIMIT"_s,  u"OFFSET"_s, u"UNION"_s};
    return words;
}

bool isSqlOperator(const SqlToken &token)
{
    static const QStringList words{u"AND"_s, u"OR"_s, u"NOT"_s, u"LIKE"_s, u"IN"_s, u"IS"_s, u"BETWEEN"_s, u"AS"_s, u"BY"_s};
    static const QStringList signs{u","_s,  u"="_s, u"<"_s, u">"_s, u"<="_s, u">="_s, u"<>"_s,
                                   u"!="_s, u"+"_s, u"/"_s, u"%"_s, u"||"_s, u"."_s};
    return token.kind == SqlToken::Kind::Word ? words.contains(token.upper)
                                              : token.kind == SqlToken::Kind::Sign && signs.contains(token.text);
}

class SqlStatement
{
public:
    explicit SqlStatement(const SqlTokens &tokens) : m_verb(tokens.front().upper) { split(tokens); }

    SqlReading read()
    {
        static const QStringList others{u"WITH"_s,    u"CREATE"_s, u"DROP"_s,    u"ALTER"_s, u"TRUNCATE"_s,
                                        u"REPLACE"_s, u"MERGE"_s,  u"EXPLAIN"_s, u"SHOW"_s,  u"GRANT"_s,
                                        u"BEGIN"_s,   u"COMMIT"_s, u"CALL"_s,    u"USE"_s};
        if (others.contains(m_verb)) {
            m_reading.answer = SqlAnswer::Unsure;
            m_reading.why = SqlTexts::notRead(m_verb);
            m_reading.isWhole = false;
            return m_reading;
        }
        const QString wrong = wrongClause();
        m_reading.why = wrong;
        m_reading.answer = wrong.isEmpty() ? SqlAnswer::Yes : SqlAnswer::No;
        if (wrong.isEmpty())
            collectNames();
        return m_reading;
    }

private:
    void split(const SqlTokens &tokens)
    {
        int depth = 0;
        for (const SqlToken &token : tokens) {
            const bool isSign = token.kind == SqlToken::Kind::Sign;
            depth += isSign && token.text == "("_L1 ? 1 : isSign && token.text == ")"_L1 ? -1 : 0;
            if (depth > 0 && token.upper == "SELECT"_L1)
                m_reading.isWhole = false;
            if (depth == 0 && clauseWords().contains(token.upper))
                m_clauses.push_back({token.upper, {}});
            else if (!m_clauses.empty())
                m_clauses.back().tokens.push_back(token);
        }
    }

    [[nodiscard]] bool has(const QString &keyword) const
    {
        return std::ranges::find(m_clauses, keyword, &SqlClause::keyword) != m_clauses.end();
    }

    [[nodiscard]] QString wrongClause() const
    {
        static const QStringList verbs{u"SELECT"_s, u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s};
        if (!verbs.contains(m_verb))
            return SqlTexts::noStatement(m_verb);
        if (m_verb == "INSERT"_L1 && !(has(u"INTO"_s) && (has(u"VALUES"_s) || has(u"SELECT"_s))))
            return SqlTexts::clause(m_verb);
        if ((m_verb == "UPDATE"_L1 && !has(u"SET"_s)) || (m_verb == "DELETE"_L1 && !has(u"FROM"_s)))
            return SqlTexts::clause(m_verb);
        qsizetype last = -1;
        for (const SqlClause &clause : m_clauses) {
            static const QStringList order{u"FROM"_s, u"WHERE"_s, u"GROUP"_s, u"HAVING"_s, u"ORDER"_s, u"LIMIT"_s, u"OFFSET"_s};
            const qsizetype place = order.indexOf(clause.keyword);
            if (clause.keyword == "UNION"_L1 || clause.keyword == "SELECT"_L1)
                last = -1;
            if (isWrong(clause) || (place >= 0 && place <= last))
                return SqlTexts::clause(clause.keyword);
            last = std::max(last, place);
        }
        return {};
    }

    [[nodiscard]] static bool isWrong(const SqlClause &clause)
    {
        const bool mayBeEmpty = clause.keyword == "INSERT"_L1 || clause.keyword == "DELETE"_L1 || clause.keyword == "UNION"_L1;
        SqlTokens tokens = clause.tokens;
        if (clause.keyword == "GROUP"_L1 || clause.keyword == "ORDER"_L1) {
            if (tokens.empty() || tokens.front().upper != "BY"_L1)
                return true;
            tokens.erase(tokens.begin());
        }
        if (tokens.empty())
            return !mayBeEmpty;
        const bool beginsWrong = isSqlOperator(tokens.front()) && tokens.front().upper != "NOT"_L1;
        if (beginsWrong || isSqlOperator(tokens.back()))
            return true;
        const bool takesNames = clause.keyword == "SELECT"_L1 || clause.keyword == "FROM"_L1;
        int names = 0;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const bool isComma = tokens[i].text == ","_L1 && tokens[i].kind == SqlToken::Kind::Sign;
            if (isComma && tokens[i + 1].text == ","_L1)
                return true;
            static const QStringList modifiers{u"DISTINCT"_s, u"ALL"_s,  u"INNER"_s, u"LEFT"_s,    u"RIGHT"_s,
                                               u"OUTER"_s,    u"FULL"_s, u"CROSS"_s, u"NATURAL"_s, u"CASE"_s,
                                               u"WHEN"_s,     u"THEN"_s, u"ELSE"_s,  u"END"_s};
            const bool isPlain = tokens[i].isName() && !isSqlOperator(tokens[i]) && !modifiers.contains(tokens[i].upper);
            names = isPlain ? names + 1 : 0;
            if (takesNames && names > 2)
                return true; // words of a sentence
        }
        // promptfoo: "SELECT a b FROM" lacks a comma
        return clause.keyword == "SELECT"_L1 && tokens.size() == 2 && names == 2;
    }

    void collectNames()
    {
        const QString verb = m_verb.toLower();
        for (const SqlClause &clause : m_clauses) {
            const bool namesTables = clause.keyword == "FROM"_L1 || clause.keyword == "JOIN"_L1 || clause.keyword == "INTO"_L1
                                     || clause.keyword == "UPDATE"_L1;
            namesTables ? collectTables(clause, verb) : collectColumns(clause, verb);
        }
        m_reading.tables.removeDuplicates();
        m_reading.columns.removeDuplicates();
    }

    void collectTables(const SqlClause &clause, const QString &verb)
    {
        bool isWanted = true; // at the beginning, and after a comma
        for (std::size_t i = 0; i < clause.tokens.size(); ++i) {
            const SqlToken &token = clause.tokens[i];
            if (token.text == "("_L1 && token.kind == SqlToken::Kind::Sign)
                break; // a list of columns, or another statement
            if (isWanted && token.isName()) {
                const bool hasOwner = i + 2 < clause.tokens.size() && clause.tokens[i + 1].text == "."_L1;
                m_reading.tables += u"%1::%2::%3"_s.arg(verb, hasOwner ? token.text : u"null"_s,
                                                        hasOwner ? clause.tokens[i + 2].text : token.text);
            }
            isWanted = token.text == ","_L1;
        }
    }

    void collectColumns(const SqlClause &clause, const QString &verb)
    {
        static const QStringList words{u"DISTINCT"_s, u"ALL"_s,  u"ASC"_s,  u"DESC"_s, u"NULL"_s, u"TRUE"_s,  u"FALSE"_s,
                                       u"CASE"_s,     u"WHEN"_s, u"THEN"_s, u"ELSE"_s, u"END"_s,  u"EXISTS"_s};
        const SqlTokens &tokens = clause.tokens;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const bool isStar = tokens[i].text == "*"_L1 && (i == 0 || tokens[i - 1].text == ","_L1);
            const bool isFunction = i + 1 < tokens.size() && tokens[i + 1].text == "("_L1;
            const bool isAlias =
                i > 0
                && (tokens[i - 1].upper == "AS"_L1
                    || (tokens[i - 1].isName() && !isSqlOperator(tokens[i - 1]) && !words.contains(tokens[i - 1].upper)));
            if (isStar)
                m_reading.columns += u"%1::null::(.*)"_s.arg(verb);
            if (!tokens[i].isName() || isSqlOperator(tokens[i]) || words.contains(tokens[i].upper) || isFunction || isAlias)
                continue;
            const bool hasOwner = i + 2 < tokens.size() && tokens[i + 1].text == "."_L1;
            m_reading.columns +=
                u"%1::%2::%3"_s.arg(verb, hasOwner ? tokens[i].text : u"null"_s, hasOwner ? tokens[i + 2].text : tokens[i].text);
            i += hasOwner ? 2 : 0;
        }
    }

    QString m_verb;
    std::vector<SqlClause> m_clauses;
    SqlReading m_reading;
};

} // namespace

SqlReading readSql(const QString &text)
{
    SqlReading all;
    const std::optional<SqlTokens> tokens = sqlTokens(text.trimmed());
    all.why = SqlTexts::openQuote();
    if (!tokens || !hasBalancedBrackets(*tokens))
        return all;
    all.why = SqlTexts::nothing();
    for (auto from = tokens->begin(); from != tokens->end();) {
        const auto end = std::find_if(from, tokens->end(), [](const SqlToken &token) {
            return token.text == ";"_L1 && token.kind == SqlToken::Kind::Sign;
        });
        if (from != end) {
            const SqlReading one = from->kind == SqlToken::Kind::Word
                                       ? SqlStatement(SqlTokens(from, end)).read()
                                       : SqlReading{SqlAnswer::No, SqlTexts::noStatement(from->text), {}, {}, true};
            all.answer = one.answer;
            all.why = one.why;
            all.tables += one.tables;
            all.columns += one.columns;
            all.isWhole = all.isWhole && one.isWhole;
            if (one.answer != SqlAnswer::Yes)
                return all;
        }
        from = end == tokens->end() ? end : end + 1;
    }
    return all;
}

} // namespace Tempera
