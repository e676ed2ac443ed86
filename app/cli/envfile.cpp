// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/envfile.h"

#include "models/core/secrets.h"
#include "models/core/secrettext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Goes through the text once, variable by variable.
class EnvReader
{
public:
    EnvReader(const QString &text, const QString &path) : m_text(text), m_path(path) { }

    Result<QList<EnvVariable>> read()
    {
        QList<EnvVariable> variables;
        while (m_at < m_text.size()) {
            if (isLineWithout())
                continue;
            static const QRegularExpression beginning(u"\\G[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.]*)[ \\t]*=[ \\t]*"_s);
            const QRegularExpressionMatch match = beginning.match(m_text, m_at);
            if (!match.hasMatch())
                return wrong(QCoreApplication::translate("Cli", "A line must be NAME=VALUE, or a comment behind #."));
            m_at = match.capturedEnd();
            const Result<QString> value = readValue();
            if (!value)
                return std::unexpected(value.error());
            variables += EnvVariable{match.captured(1), *value};
        }
        return variables;
    }

private:
    /// Passes a line that is empty or a comment.
    bool isLineWithout()
    {
        const qsizetype end = lineEnd();
        const QStringView line = QStringView(m_text).sliced(m_at, end - m_at).trimmed();
        if (!line.isEmpty() && !line.startsWith(u'#'))
            return false;
        passLine(end);
        return true;
    }

    Result<QString> readValue()
    {
        const QChar mark = m_at < m_text.size() ? m_text.at(m_at) : QChar();
        if (mark != u'"' && mark != u'\'' && mark != u'`') {
            const qsizetype end = lineEnd();
            const QString line = m_text.sliced(m_at, end - m_at);
            static const QRegularExpression comment(u"#.*$"_s);
            passLine(end);
            return QString(line).remove(comment).trimmed();
        }
        QString value;
        for (qsizetype i = m_at + 1; i < m_text.size(); ++i) {
            const QChar each = m_text.at(i);
            if (each == mark)
                return endQuoted(value, i + 1);
            if (each == u'\\' && mark == u'"' && i + 1 < m_text.size())
                value += escaped(m_text.at(++i));
            else
                value += each;
        }
        return wrong(QCoreApplication::translate("Cli", "A value begins with a quotation mark that does not come again."));
    }

    /// Behind a quoted value there is at most a comment.
    Result<QString> endQuoted(const QString &value, qsizetype behind)
    {
        m_line += static_cast<int>(QStringView(m_text).sliced(m_at, behind - m_at).count(u'\n'));
        m_at = behind;
        const qsizetype end = lineEnd();
        const QStringView rest = QStringView(m_text).sliced(m_at, end - m_at).trimmed();
        if (!rest.isEmpty() && !rest.startsWith(u'#'))
            return wrong(QCoreApplication::translate("Cli", "A quoted value must be followed by the end of its line."));
        passLine(end);
        return value;
    }

    static QString escaped(QChar after)
    {
        switch (after.unicode()) {
        case u'n': return u"\n"_s;
        case u'r': return u"\r"_s;
        case u't': return u"\t"_s;
        case u'"':
        case u'\\': return after;
        default: return u'\\' + QString(after);
        }
    }

    [[nodiscard]] qsizetype lineEnd() const
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        return end < 0 ? m_text.size() : end;
    }

    void passLine(qsizetype end)
    {
        m_at = std::min(end + 1, m_text.size());
        ++m_line;
    }

    [[nodiscard]] std::unexpected<Error> wrong(const QString &cause) const
    {
        Error error = failure(ErrorKind::Syntax, cause, m_path).error();
        error.line = m_line;
        return std::unexpected(error);
    }

    QString m_text;
    QString m_path;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace

Result<QList<EnvVariable>> readEnvFile(const QByteArray &bytes, const QString &path)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::Null))
        return failure(ErrorKind::Syntax, QCoreApplication::translate("Cli", "The file is not text in UTF-8."), path);
    return EnvReader(text.replace("\r\n"_L1, "\n"_L1), path).read();
}

bool isSeenByTemplates(const EnvVariable &variable)
{
    return !isSecretName(variable.name) && !looksLikeKey(variable.value) && knownKeyParts(variable.value).empty();
}

Result<QStringList> takeEnvFiles(const QStringList &paths, const PromptStore &files)
{
    QList<EnvVariable> all; // nothing is set where one of the files is wrong
    for (const QString &path : paths) {
        const Result<QByteArray> bytes = files.read(path);
        if (!bytes)
            return std::unexpected(bytes.error());
        const Result<QList<EnvVariable>> variables = readEnvFile(*bytes, path);
        if (!variables)
            return std::unexpected(variables.error());
        all += *variables;
    }
    QStringList seen;
    for (const EnvVariable &variable : std::as_const(all)) {
        qputenv(variable.name.toLatin1().constData(), variable.value.toUtf8());
        seen.removeAll(variable.name);
        if (isSeenByTemplates(variable))
            seen += variable.name;
    }
    return seen;
}

} // namespace Tempera
