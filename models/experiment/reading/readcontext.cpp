// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/reading/readcontext.h"

#include "models/core/pathpattern.h"
#include "models/core/trust.h"

#include <QDir>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int maxWarnings = 100;

/// A bound in full: "2147483647", not "2.14748e+09".
QString boundText(double bound)
{
    return QString::number(bound, 'f', QLocale::FloatingPointShortest);
}

} // namespace

QString textWithEnvironment(const QString &text, const QMap<QString, QString> &environment)
{
    static const QRegularExpression variable(uR"(\{\{-?\s*env\.([A-Za-z_][A-Za-z0-9_]*)\s*-?\}\})"_s);
    QString filled;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : variable.globalMatch(text)) {
        const auto known = environment.constFind(match.captured(1));
        if (known == environment.cend())
            continue;
        filled += QStringView(text).sliced(from, match.capturedStart() - from);
        filled += *known;
        from = match.capturedEnd();
    }
    filled += QStringView(text).sliced(from);
    return filled;
}

bool isFileReference(QStringView text)
{
    return text.startsWith("file://"_L1);
}

QString fileEnding(const QString &path)
{
    const qsizetype dot = path.lastIndexOf(u'.');
    return dot > path.lastIndexOf(u'/') ? path.sliced(dot + 1).toLower() : QString();
}

ReadContext::ReadContext(const PromptStore &files, const DataDocument &root, const QStringList &folders)
    : m_files(files), m_root(root), m_current(&root)
{
    for (const QString &folder : folders)
        m_allowed += files.nameOf(folder);
    const qsizetype slash = root.path.lastIndexOf(u'/');
    m_folder = slash < 0 ? QString() : root.path.first(slash);
    if (slash == 0)
        m_folder = u"/"_s;
}

void ReadContext::fail(const DataNode &at, const QString &detail)
{
    fail(dataError(*m_current, at, detail));
}

void ReadContext::fail(const Error &error)
{
    if (!m_error)
        m_error = error;
}

void ReadContext::warn(const DataNode &at, const QString &detail)
{
    const Error warning = dataError(*m_current, at, detail);
    if (m_warnings.size() < maxWarnings && !m_warnings.contains(warning)) // an anchor's content is read once for each alias
        m_warnings.append(warning);
}

QString ReadContext::withEnvironment(const QString &text) const
{
    return textWithEnvironment(text, m_environment);
}

QString ReadContext::text(const DataNode &node, const QString &what)
{
    if (!node.isScalar() || node.isNull()) {
        fail(node, tr("\"%1\" must be a text.").arg(what));
        return {};
    }
    return node.text;
}

QStringList ReadContext::texts(const DataNode &node, const QString &what)
{
    if (!node.isSequence())
        return {text(node, what)};
    QStringList list;
    for (const DataPtr &item : node.items)
        list.append(text(*item, what));
    return list;
}

double ReadContext::number(const DataNode &node, const QString &what, double low, double high)
{
    std::optional<double> value = node.number();
    if (!value && node.isString()) { // "0.5", as a template of nunjucks leaves it
        bool isNumber = false;
        const double written = node.text.trimmed().toDouble(&isNumber);
        if (isNumber && std::isfinite(written))
            value = written;
    }
    if (!value) {
        fail(node, tr("\"%1\" must be a number.").arg(what));
        return low;
    }
    if (*value >= low && *value <= high)
        return *value;
    if (std::isinf(high))
        fail(node, tr("\"%1\" must be at least %2.").arg(what, boundText(low)));
    else
        fail(node, tr("\"%1\" must be between %2 and %3.").arg(what, boundText(low), boundText(high)));
    return low;
}

std::int64_t ReadContext::integer(const DataNode &node, const QString &what, std::int64_t low, std::int64_t high)
{
    const double value = number(node, what, static_cast<double>(low), static_cast<double>(high));
    if (value != std::floor(value))
        fail(node, tr("\"%1\" must be a whole number.").arg(what));
    return static_cast<std::int64_t>(value);
}

QString ReadContext::resolved(const QString &reference) const
{
    const QString path = isFileReference(reference) ? reference.sliced(7) : reference;
    if (path.startsWith(u'/') || m_folder.isEmpty())
        return QDir::cleanPath(path);
    return QDir::cleanPath(m_folder + u'/' + path);
}

QStringList ReadContext::matching(const DataNode &at, const QString &reference)
{
    if (!isPathPattern(reference))
        return {reference};
    const QString pattern = resolved(reference);
    const QString folder = folderOfPattern(pattern);
    if (!allows(at, folder.isEmpty() ? u"."_s : folder, true))
        return {};
    const QStringList paths = m_files.matching(pattern);
    if (paths.isEmpty())
        fail(at, tr("No file matches %1.").arg(pattern));
    QStringList references;
    for (const QString &path : paths) {
        const bool isBelow = !m_folder.isEmpty() && path.startsWith(m_folder + u'/');
        references += isBelow ? path.sliced(m_folder.size() + 1) : QDir().absoluteFilePath(path);
    }
    return references;
}

bool ReadContext::allows(const DataNode &at, const QString &reference, bool isNeeded)
{
    // Where the links lead counts, not how it is written.
    const QString home = m_files.nameOf(m_folder.isEmpty() ? u"."_s : m_folder);
    const QString path = m_files.nameOf(resolved(reference));
    if (mayReadFile(home, path, m_allowed))
        return true;
    if (m_refused.size() == maxWarnings)
        return false;
    // As it is written where the folder has another name in each process.
    const QString written = resolved(reference);
    RefusedFile refused{written.startsWith("/proc/"_L1) ? written : path, isNeeded, {}};
    refused.error = dataError(
        *m_current, at,
        tr("The file %1 is not read: it is not in the experiment's own folder. To allow it: --allow-files %2, or answer the "
           "question in the window.")
            .arg(refused.path, refused.folder()));
    m_refused.append(refused);
    return false;
}

std::optional<QByteArray> ReadContext::file(const DataNode &at, const QString &reference)
{
    if (!allows(at, reference, true))
        return std::nullopt;
    const QString path = resolved(reference);
    Result<QByteArray> bytes = m_files.read(path);
    if (bytes)
        return *bytes;
    Error error = dataError(*m_current, at, tr("The file %1 cannot be read: %2").arg(path, bytes.error().detail));
    error.kind = ErrorKind::File;
    fail(error);
    return std::nullopt;
}

std::optional<QString> ReadContext::fileText(const DataNode &at, const QString &reference)
{
    const auto bytes = file(at, reference);
    if (!bytes)
        return std::nullopt;
    Result<QString> text = readText(*bytes, resolved(reference));
    if (text)
        return *text;
    fail(text.error());
    return std::nullopt;
}

std::optional<DataDocument> ReadContext::fileTree(const DataNode &at, const QString &reference)
{
    const auto bytes = file(at, reference);
    if (!bytes)
        return std::nullopt;
    Result<DataDocument> document = readData(*bytes, resolved(reference));
    if (document)
        return *document;
    fail(document.error());
    return std::nullopt;
}

ReadContext::InFile::InFile(ReadContext &context, const DataDocument &document) : m_context(context), m_before(context.m_current)
{
    context.m_current = &document;
}

ReadContext::InFile::~InFile()
{
    m_context.m_current = m_before;
}

} // namespace Tempera
